package dev.ashlar.systemtests.hostile;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts what the suite sent, and keeps what was answered as a fault of the platform's own. */
final class HostileRequests {

    private static final AtomicInteger SENT = new AtomicInteger();
    private static final Queue<String> FAULTS = new ConcurrentLinkedQueue<>();

    private HostileRequests() {}

    /** 503 is no fault where the test took a store away; elsewhere the test itself does not let it pass. */
    static void count(String attack, int status) {
        SENT.incrementAndGet();
        if (status >= 500 && status != 501 && status != 503 && status != 505) {
            FAULTS.add(status + " for " + attack);
        }
    }

    static int sent() {
        return SENT.get();
    }

    static List<String> faults() {
        return List.copyOf(FAULTS);
    }
}
