package dev.ashlar.order.pricing.events;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import java.util.UUID;

/** What pricing needs of {@code product.removed}. */
record ProductRemoved(@NotNull UUID productId, @NotNull @Positive Long productVersion) {}
