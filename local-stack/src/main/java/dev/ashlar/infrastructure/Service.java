package dev.ashlar.infrastructure;

import java.util.List;
import java.util.Optional;

import dev.ashlar.process.Resources;

/**
 * A service of the platform, as {@code services.txt} lists it.
 *
 * @param id the name of the module, the jar and the process, such as {@code order-service}
 * @param port of the first instance
 */
public record Service(String id, int port) {

    public static final List<Service> ALL = Resources.text("/services.txt")
            .lines()
            .filter(line -> !line.isBlank() && !line.startsWith("#"))
            .map(line -> line.split(" +"))
            .map(words -> new Service(words[0], Integer.parseInt(words[1])))
            .toList();

    public static final Service GATEWAY = named("gateway-service").orElseThrow();

    public static Optional<Service> named(String id) {
        return ALL.stream().filter(service -> service.id().equals(id)).findFirst();
    }

    /**
     * The name of the schema and of the role that uses it, such as {@code order_service}. {@code order_service_migrator}
     * owns the schema.
     */
    public String role() {
        return id.replace('-', '_');
    }

    public boolean hasDatabase() {
        return !equals(GATEWAY);
    }
}
