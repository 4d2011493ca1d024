package dev.ashlar.messaging;

/**
 * Decides whether an event is retried after its handler failed. The default goes by Spring's exceptions; declare a bean of this type
 * to replace it. Implementations must be thread-safe.
 */
public interface FaultClassifier {

    /** True if the same work can succeed later without a change of data or code. Such an event is retried for ever. */
    boolean isTransient(Throwable fault);

    /**
     * True if the database failed and either the database or the event may be the reason: a timeout, a lock, an unknown error. Such an
     * event is retried, and becomes a dead letter if the database works otherwise.
     */
    boolean isAmbiguous(Throwable fault);
}
