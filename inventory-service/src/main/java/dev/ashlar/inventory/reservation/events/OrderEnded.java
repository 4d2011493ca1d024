package dev.ashlar.inventory.reservation.events;

import jakarta.validation.constraints.NotNull;
import java.util.UUID;

/** What of {@code order.cancelled} matters here. */
record OrderCancelled(@NotNull UUID orderId) {}
