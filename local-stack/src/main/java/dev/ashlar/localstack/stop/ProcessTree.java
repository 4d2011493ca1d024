package dev.ashlar.localstack.stop;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

import dev.ashlar.localstack.state.ProcessIdentity;

/**
 * A process and all that it started, as they are now: PostgreSQL works in children, and what outlives a killed parent for a
 * moment would stand in the way of the next start.
 */
record ProcessTree(List<ProcessIdentity> processes) {

    private static final int PAUSE_MILLIS = 20;

    static ProcessTree of(ProcessHandle root) {
        return new ProcessTree(Stream.concat(Stream.of(root), root.descendants())
                .flatMap(process -> ProcessIdentity.of(process.pid()).stream())
                .toList());
    }

    List<ProcessIdentity> alive() {
        return processes.stream().filter(ProcessIdentity::isAlive).toList();
    }

    /** @return whether all were gone in time */
    boolean awaitEnd(Duration patience) throws InterruptedException {
        var deadline = System.nanoTime() + patience.toNanos();
        while (!alive().isEmpty()) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            Thread.sleep(PAUSE_MILLIS);
        }
        return true;
    }
}
