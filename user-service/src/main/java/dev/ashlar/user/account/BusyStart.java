package dev.ashlar.user.account;

import dev.ashlar.chassis.fault.StoreFaults;
import dev.ashlar.user.password.HashingBusy;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/**
 * Repeats what a start does to accounts while the database is away, or while so many users log in that no hashing slot is free.
 * Giving up ends the service.
 */
final class BusyStart {

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final long PAUSE_NANOS = 200_000_000;

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
            } catch (RuntimeException e) {
                if (!passes(e) || System.nanoTime() - end > 0) {
                    throw e;
                }
                LockSupport.parkNanos(PAUSE_NANOS);
            }
        }
    }

    private static boolean passes(RuntimeException fault) {
        return fault instanceof HashingBusy || StoreFaults.isUnavailable(fault);
    }
}
