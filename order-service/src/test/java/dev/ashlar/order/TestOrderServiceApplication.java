package dev.ashlar.order;

import dev.ashlar.testing.ServiceAlone;

/** order-service alone, for development: on the stores that its tests run on. */
final class TestOrderServiceApplication {

    private TestOrderServiceApplication() {}

    static void main(String... args) {
        ServiceAlone.like(RunningOrderService.class).withTokens().start(OrderServiceApplication::main, args);
    }
}
