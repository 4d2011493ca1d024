package dev.ashlar.user.account;

import dev.ashlar.chassis.fault.StoreFaults;
import dev.ashlar.user.password.HashingBusy;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/**
 * Repeats a step of the service's start while the database is unavailable or no hashing slot is free. After 5 minutes the start
 * fails.
 */
final class StartupRetry {

    private static final Duration MAX_TIME = Duration.ofMinutes(5);
    private static final long PAUSE_NANOS = 200_000_000;

    private StartupRetry() {}

    /** @param step is repeated, so it must change nothing before it fails */
    static void run(Runnable step) {
        run(step, MAX_TIME);
    }

    static void run(Runnable step, Duration maxTime) {
        var end = System.nanoTime() + maxTime.toNanos();
        while (true) {
            try {
                step.run();
                return;
            } catch (RuntimeException e) {
                if (!isTransient(e) || System.nanoTime() - end > 0) {
                    throw e;
                }
                LockSupport.parkNanos(PAUSE_NANOS);
            }
        }
    }

    private static boolean isTransient(RuntimeException fault) {
        return fault instanceof HashingBusy || StoreFaults.isUnavailable(fault);
    }
}
