package dev.ashlar.gateway;

import dev.ashlar.testing.ServiceAlone;

/** Starts gateway-service alone for development, with the stores of its tests. */
final class TestGatewayServiceApplication {

    private TestGatewayServiceApplication() {}

    static void main(String... args) {
        ServiceAlone.like(GatewayTest.class).withTokens().start(GatewayServiceApplication::main, args);
    }
}
