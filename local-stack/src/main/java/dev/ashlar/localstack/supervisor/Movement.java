package dev.ashlar.localstack.supervisor;

import java.time.Duration;
import java.util.stream.Stream;

/** Tells a process that starts slowly on busy cores from one that hangs: the former uses CPU time. */
final class Movement {

    /** How long a process may hang. */
    static final Duration PATIENCE = Duration.ofSeconds(60);
    /** An idle JVM uses less within the patience. */
    private static final Duration CPU_TIME = Duration.ofSeconds(3);

    private final ProcessHandle process;
    private long sinceNanos = System.nanoTime();
    private Duration cpuTimeThen = Duration.ZERO;

    Movement(ProcessHandle process) {
        this.process = process;
    }

    boolean hangs() {
        var now = cpuTime();
        if (now.minus(cpuTimeThen).compareTo(CPU_TIME) >= 0) {
            cpuTimeThen = now;
            sinceNanos = System.nanoTime();
        }
        return System.nanoTime() - sinceNanos > PATIENCE.toNanos();
    }

    /** Of its children as well: PostgreSQL works in children. */
    private Duration cpuTime() {
        return Stream.concat(Stream.of(process), process.children())
                .flatMap(one -> one.info().totalCpuDuration().stream())
                .reduce(Duration.ZERO, Duration::plus);
    }
}
