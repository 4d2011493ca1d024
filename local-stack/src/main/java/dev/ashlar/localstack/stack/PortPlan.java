package dev.ashlar.localstack.stack;

import dev.ashlar.infrastructure.Ports;
import dev.ashlar.infrastructure.Service;
import dev.ashlar.process.Misuse;

/** Computes every port of an installation, so that an offset moves all of them. */
public record PortPlan(int offset) {

    private static final int PER_INSTANCE = 10_000;
    private static final int MANAGEMENT = 1_000;
    private static final int TLS = 8_443;
    private static final int LAST = 65_535;

    /** The port of the supervisor's HTTP interface. */
    public int supervisor() {
        return 23090 + offset;
    }

    Ports infrastructure() {
        return Ports.standard(offset);
    }

    public int http(Service service, int instance) {
        return checked(service, instance, service.port() + (instance - 1) * PER_INSTANCE + offset);
    }

    public int management(Service service, int instance) {
        return checked(service, instance, http(service, instance) + MANAGEMENT);
    }

    /** The port with TLS of a gateway. */
    int tls(int instance) {
        return checked(Service.GATEWAY, instance, TLS + (instance - 1) * PER_INSTANCE + offset);
    }

    private static int checked(Service service, int instance, int port) {
        if (port > LAST) {
            throw new Misuse("No port is left for instance %d of %s".formatted(instance, service.id()));
        }
        return port;
    }
}
