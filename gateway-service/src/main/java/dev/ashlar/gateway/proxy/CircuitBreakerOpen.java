package dev.ashlar.gateway.proxy;

import java.io.IOException;

/** Too many requests to the upstream have failed. The request was not sent. */
final class CircuitBreakerOpen extends IOException {

    CircuitBreakerOpen(String upstream) {
        super("The circuit breaker of " + upstream + " is open");
    }
}
