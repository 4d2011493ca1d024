package dev.ashlar.infrastructure;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import dev.ashlar.process.StackFailure;

/** Waits until a part is ready, while its process is alive and uses CPU time. On busy cores a start may take long. */
public final class Readiness {

    /** A part that is not ready after this time will not become ready. */
    public static final Duration LONGEST_START = Duration.ofMinutes(5);
    private static final Duration LONGEST_IDLE = Duration.ofSeconds(60);
    /** An idle JVM uses less CPU time than this within the longest idle time. */
    private static final Duration SOME_CPU_TIME = Duration.ofSeconds(3);
    private static final Duration QUICK_START = Duration.ofSeconds(10);
    private static final int PAUSE_MILLIS = 50;
    /** With a shorter pause, the CPU time for responding to probes would hide that a process hangs. */
    private static final int LONG_PAUSE_MILLIS = 1_000;

    private Readiness() {}

    /**
     * @param beforeEachProbe may end the wait by an exception
     * @throws StackFailure if the process ends or hangs
     */
    public static void await(Part part, Process process, Runnable beforeEachProbe) throws InterruptedException {
        var begun = System.nanoTime();
        var workedAt = begun;
        var cpuTime = Duration.ZERO;
        while (!part.isReady()) {
            beforeEachProbe.run();
            var pause = isLonger(begun, QUICK_START) ? LONG_PAUSE_MILLIS : PAUSE_MILLIS;
            if (process.waitFor(pause, TimeUnit.MILLISECONDS)) {
                throw new StackFailure("it ended with exit code %d before it was ready".formatted(process.exitValue()));
            }
            var now = cpuTime(process.toHandle());
            if (now.minus(cpuTime).compareTo(SOME_CPU_TIME) >= 0) {
                cpuTime = now;
                workedAt = System.nanoTime();
            }
            if (isLonger(workedAt, LONGEST_IDLE)) {
                throw new StackFailure("it is not ready, and has hardly worked for %d s; it goes on trying"
                        .formatted(LONGEST_IDLE.toSeconds()));
            }
            if (isLonger(begun, LONGEST_START)) {
                throw new StackFailure("it was not ready within %d s, and goes on trying"
                        .formatted(LONGEST_START.toSeconds()));
            }
        }
    }

    private static boolean isLonger(long sinceNanos, Duration limit) {
        return System.nanoTime() - sinceNanos > limit.toNanos();
    }

    /** Includes child processes, because PostgreSQL works in children. */
    private static Duration cpuTime(ProcessHandle process) {
        return Stream.concat(Stream.of(process), process.children())
                .flatMap(one -> one.info().totalCpuDuration().stream())
                .reduce(Duration.ZERO, Duration::plus);
    }
}
