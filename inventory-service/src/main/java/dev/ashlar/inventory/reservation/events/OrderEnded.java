package dev.ashlar.inventory.reservation.events;

import jakarta.validation.constraints.NotNull;
import java.util.UUID;

/** What of {@code order.cancelled} and {@code order.rejected} matters here. */
record OrderEnded(@NotNull UUID orderId) {}
