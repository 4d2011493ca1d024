package dev.ashlar.inventory;

import dev.ashlar.testing.ServiceAlone;

/** inventory-service alone, for development: on the stores that its tests run on. */
final class TestInventoryServiceApplication {

    private TestInventoryServiceApplication() {}

    static void main(String... args) {
        ServiceAlone.like(InventoryServiceTest.class).withTokens().start(InventoryServiceApplication::main, args);
    }
}
