package dev.ashlar.inventory;

import dev.ashlar.testing.ServiceAlone;

/** Starts inventory-service alone, for development, on the stores of its tests. */
final class TestInventoryServiceApplication {

    private TestInventoryServiceApplication() {}

    static void main(String... args) {
        ServiceAlone.like(RunningInventoryService.class).withTokens().start(InventoryServiceApplication::main, args);
    }
}
