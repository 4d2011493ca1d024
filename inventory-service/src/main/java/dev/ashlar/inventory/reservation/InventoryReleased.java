package dev.ashlar.inventory.reservation;

import dev.ashlar.messaging.EventPayload;
import dev.ashlar.inventory.stock.Line;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What was reserved for the order is available again, {@code events/inventory/inventory.released.schema.json}. */
record InventoryReleased(UUID orderId, List<Line> items, Instant occurredAt) implements EventPayload {

    @Override
    public String type() {
        return "inventory.released";
    }
}
