package dev.ashlar.localstack.stack;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The services of the platform and the port that each one's first instance listens on. */
public enum Service {

    GATEWAY(8080), USER(8081), ORDER(8082), INVENTORY(8083), EMAIL(8084), ANALYTICS(8085);

    private final int port;

    Service(int port) {
        this.port = port;
    }

    static Optional<Service> named(String name) {
        return Arrays.stream(values()).filter(service -> service.id().equals(name)).findFirst();
    }

    /** As in {@code order-service}: the module, the jar and the process are called so. */
    public String id() {
        return name().toLowerCase(Locale.ROOT) + "-service";
    }

    /** As in {@code order_service}: its schema and the role that works in it; {@code <role>_migrator} owns it. */
    String role() {
        return name().toLowerCase(Locale.ROOT) + "_service";
    }

    int port() {
        return port;
    }

    boolean hasDatabase() {
        return this != GATEWAY;
    }
}
