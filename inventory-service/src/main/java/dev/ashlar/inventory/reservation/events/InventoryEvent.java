package dev.ashlar.inventory.reservation.events;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.ashlar.inventory.stock.StockLine;
import dev.ashlar.messaging.EventPayload;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The result of an order's reservation, see the schemas in {@code events/inventory}. */
public sealed interface InventoryEvent extends EventPayload {

    /** Keyed by order. */
    String TOPIC = "inventory";

    /** Every line of the order is reserved. */
    record Reserved(UUID orderId, List<StockLine> items, Instant occurredAt) implements InventoryEvent {

        @Override
        public String type() {
            return "inventory.reserved";
        }
    }

    /** At least one line could not be reserved, so none is. */
    record Rejected(UUID orderId, Reason reason, Instant occurredAt) implements InventoryEvent {

        @Override
        public String type() {
            return "inventory.rejected";
        }
    }

    /** The reserved lines are available again. */
    record Released(UUID orderId, List<StockLine> items, Instant occurredAt) implements InventoryEvent {

        @Override
        public String type() {
            return "inventory.released";
        }
    }

    /** The events and the database contain the code. */
    enum Reason {

        INSUFFICIENT_STOCK("insufficient_stock"), UNKNOWN_PRODUCT("unknown_product");

        private final String code;

        Reason(String code) {
            this.code = code;
        }

        @JsonValue
        public String code() {
            return code;
        }
    }
}
