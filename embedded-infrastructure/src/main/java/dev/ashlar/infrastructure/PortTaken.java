package dev.ashlar.infrastructure;

/** A part cannot start because somebody else listens on a port of its. */
public final class PortTaken extends RuntimeException {

    private final String part;
    private final int port;

    PortTaken(String part, int port) {
        super("%s needs port %d, and another process listens on it".formatted(part, port));
        this.part = part;
        this.port = port;
    }

    public String part() {
        return part;
    }

    public int port() {
        return port;
    }
}
