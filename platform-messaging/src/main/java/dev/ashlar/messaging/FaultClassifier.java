package dev.ashlar.messaging;

/**
 * Decides whether an event whose effect failed is tried again. A project that knows its stores better than Spring's exceptions do
 * declares a bean of this type. Thread-safe.
 */
public interface FaultClassifier {

    /** Whether the same work can succeed later without a change of data or code. Such an event is retried for ever. */
    boolean isTransient(Throwable fault);

    /**
     * Whether the database failed, and either the database or the event may be the reason: a timeout, a lock, an error without a
     * class. Such an event is retried, and given up if the database works otherwise.
     */
    boolean isAmbiguous(Throwable fault);
}
