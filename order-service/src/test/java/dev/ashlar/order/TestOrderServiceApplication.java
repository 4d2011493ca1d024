package dev.ashlar.order;

import dev.ashlar.testing.ServiceAlone;

/** Starts order-service alone, for development, on the stores of its tests. */
final class TestOrderServiceApplication {

    private TestOrderServiceApplication() {}

    static void main(String... args) {
        ServiceAlone.like(RunningOrderService.class).withTokens().start(OrderServiceApplication::main, args);
    }
}
