package dev.ashlar.inventory.reservation;

import dev.ashlar.messaging.EventPayload;
import java.time.Instant;
import java.util.UUID;

/** At least one line could not be reserved, so none is, {@code events/inventory/inventory.rejected.schema.json}. */
record InventoryRejected(UUID orderId, Reason reason, Instant occurredAt) implements EventPayload {

    @Override
    public String type() {
        return "inventory.rejected";
    }
}
