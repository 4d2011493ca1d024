package dev.ashlar.infrastructure;

/**
 * A part died while it was starting, or could not be prepared or provisioned; the message has the reason for people
 * to read.
 */
public final class PartFailed extends RuntimeException {

    private final String part;

    PartFailed(String part, String reason) {
        super(part + " " + reason);
        this.part = part;
    }

    PartFailed(String part, String reason, Throwable cause) {
        super(part + " " + reason, cause);
        this.part = part;
    }

    public String part() {
        return part;
    }
}
