package dev.ashlar.systemtests.hostile;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts what the suite sent, and keeps what was answered as a fault of the platform's own. */
final class HostileRequests {

    private static final AtomicInteger SENT = new AtomicInteger();
    private static final AtomicInteger REFUSED = new AtomicInteger();
    private static final Queue<String> FAULTS = new ConcurrentLinkedQueue<>();

    private HostileRequests() {}

    /** A status of 500 or more is a fault unless it was provoked: 503 with a store taken away, 501 with an unknown encoding. */
    static void count(String attack, int status, Integer... provoked) {
        SENT.incrementAndGet();
        if (status >= 500 && !List.of(provoked).contains(status)) {
            FAULTS.add(status + " for " + attack);
        }
    }

    /** One of those that were counted was refused, with the status that it had to be, in a problem document. */
    static void countRefusal() {
        REFUSED.incrementAndGet();
    }

    static int refused() {
        return REFUSED.get();
    }

    static int sent() {
        return SENT.get();
    }

    static List<String> faults() {
        return List.copyOf(FAULTS);
    }
}
