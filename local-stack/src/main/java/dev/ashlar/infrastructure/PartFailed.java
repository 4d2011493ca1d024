package dev.ashlar.infrastructure;

/** A part ended while it was starting, or could not be prepared or provisioned; the message has the reason for people. */
public final class PartFailed extends RuntimeException {

    public PartFailed(String part, String reason) {
        super(part + " " + reason);
    }

    PartFailed(String part, String reason, Throwable cause) {
        super(part + " " + reason, cause);
    }
}
