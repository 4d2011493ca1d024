package dev.ashlar.infrastructure;

import java.util.concurrent.ThreadLocalRandom;

/** Ports for servers of tests. */
final class FreePorts {

    /**
     * Below what systems hand out to clients: one of those could take the port between this look and the server's
     * start.
     */
    private static final int FIRST = 10_000;
    private static final int LAST = 18_000;

    private FreePorts() {}

    static int[] find(int count) {
        return ThreadLocalRandom.current()
                .ints(FIRST, LAST)
                .distinct()
                .filter(Loopback::isFree)
                .limit(count)
                .toArray();
    }
}
