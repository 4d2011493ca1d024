package dev.ashlar.order.order.events;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.UUID;

/** What an order needs of {@code inventory.rejected}; codes may grow, their form does not. */
record StockRejected(@NotNull UUID orderId,
        @NotBlank @Pattern(regexp = "[a-z0-9_.-]{1,100}") String reason) {}
