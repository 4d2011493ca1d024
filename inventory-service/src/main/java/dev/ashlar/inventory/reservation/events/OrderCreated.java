package dev.ashlar.inventory.reservation.events;

import dev.ashlar.inventory.stock.Line;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;

/** What of {@code order.created} matters here. */
record OrderCreated(@NotNull UUID orderId, @NotEmpty @Size(max = 100) List<@NotNull @Valid Line> items) {}
