package dev.ashlar.order.order.events;

import jakarta.validation.constraints.NotNull;
import java.util.UUID;

/** What an order needs of {@code inventory.reserved}. */
record StockReserved(@NotNull UUID orderId) {}
