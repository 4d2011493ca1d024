package dev.ashlar.systemtests.faults;

import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** An order for one product, as its owner sees it. */
record PlacedOrder(UUID id, UUID product, String status) {

    static PlacedOrder of(JsonNode order) {
        return new PlacedOrder(UUID.fromString(order.path("id").asString()),
                UUID.fromString(order.path("items").path(0).path("product_id").asString()),
                order.path("status").asString());
    }

    boolean isPending() {
        return status.equals("PENDING");
    }

    boolean isConfirmed() {
        return status.equals("CONFIRMED");
    }
}
