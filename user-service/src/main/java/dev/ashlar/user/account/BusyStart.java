package dev.ashlar.user.account;

import dev.ashlar.user.password.HashingBusy;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/**
 * Patience for what a start does to accounts. While many log in already, its turn to hash may not come in time for a caller; here
 * there is none, and giving up would end the service.
 */
final class BusyStart {

    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final long PAUSE_NANOS = 100_000_000;

    private BusyStart() {}

    /** @param step may be done again, as it fails before it has changed anything */
    static void insist(Runnable step) {
        insist(step, PATIENCE);
    }

    static void insist(Runnable step, Duration patience) {
        var end = System.nanoTime() + patience.toNanos();
        while (true) {
            try {
                step.run();
                return;
            } catch (HashingBusy e) {
                if (System.nanoTime() - end > 0) {
                    throw e;
                }
                LockSupport.parkNanos(PAUSE_NANOS);
            }
        }
    }
}
