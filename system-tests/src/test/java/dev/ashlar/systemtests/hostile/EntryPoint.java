package dev.ashlar.systemtests.hostile;

import dev.ashlar.systemtests.Ashlar;
import dev.ashlar.systemtests.Http;
import java.net.URI;

/** A port that takes requests: the gateway's, or a service's own, which the gateway does not protect. */
enum EntryPoint {
    GATEWAY(8080), USERS(8081), ORDERS(8082), INVENTORY(8083), EMAIL(8084), ANALYTICS(8085);

    private final int port;

    EntryPoint(int port) {
        this.port = port;
    }

    int port() {
        return port + Ashlar.PORT_OFFSET;
    }

    URI uri(String path) {
        return Http.uri(port, path);
    }

    /** The gateway does not route to the management port. */
    URI managementUri(String path) {
        return Http.uri(port + 1_000, path);
    }

    /** A path for authenticated callers only. */
    String protectedPath() {
        return switch (this) {
            case GATEWAY, USERS -> "/api/v1/users/me";
            case ORDERS -> "/api/v1/orders";
            case INVENTORY -> "/api/v1/products/01890000-0000-7000-8000-000000000000/stock";
            case EMAIL -> "/api/v1/emails";
            case ANALYTICS -> "/api/v1/analytics/summary";
        };
    }
}
