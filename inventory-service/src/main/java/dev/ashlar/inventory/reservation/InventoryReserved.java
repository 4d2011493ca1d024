package dev.ashlar.inventory.reservation;

import dev.ashlar.messaging.EventPayload;
import dev.ashlar.inventory.stock.Line;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Every line of the order is reserved, {@code events/inventory/inventory.reserved.schema.json}. */
record InventoryReserved(UUID orderId, List<Line> items, Instant occurredAt) implements EventPayload {

    @Override
    public String type() {
        return "inventory.reserved";
    }
}
