package dev.ashlar.systemtests.hostile;

import dev.ashlar.systemtests.Ashlar;
import java.net.URI;

/** Where a request can be brought: to the gateway, or to a service's own port past it. */
enum Door {
    GATEWAY(8080), USERS(8081), ORDERS(8082), INVENTORY(8083), EMAIL(8084), ANALYTICS(8085);

    static final String HOST = "127.0.0.1";

    private final int port;

    Door(int port) {
        this.port = port;
    }

    int port() {
        return port + Ashlar.PORT_OFFSET;
    }

    URI uri(String path) {
        return URI.create("http://" + HOST + ":" + port() + path);
    }

    /** Of the management port, which the gateway does not route to. */
    URI managementUri(String path) {
        return URI.create("http://" + HOST + ":" + (port() + 1_000) + path);
    }

    /** A path behind this door that only signed-in callers may ask for. */
    String guardedPath() {
        return switch (this) {
            case GATEWAY, USERS -> "/api/v1/users/me";
            case ORDERS -> "/api/v1/orders";
            case INVENTORY -> "/api/v1/products/01890000-0000-7000-8000-000000000000/stock";
            case EMAIL -> "/api/v1/emails";
            case ANALYTICS -> "/api/v1/analytics/summary";
        };
    }
}
