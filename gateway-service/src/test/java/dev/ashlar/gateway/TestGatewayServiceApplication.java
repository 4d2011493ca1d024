package dev.ashlar.gateway;

import dev.ashlar.testing.ServiceAlone;

/** gateway-service alone, for development: on the stores that its tests run on. */
final class TestGatewayServiceApplication {

    private TestGatewayServiceApplication() {}

    static void main(String... args) {
        ServiceAlone.like(GatewayTest.class).withTokens().start(GatewayServiceApplication::main, args);
    }
}
