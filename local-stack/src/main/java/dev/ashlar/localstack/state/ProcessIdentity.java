package dev.ashlar.localstack.state;

import java.util.Optional;

/**
 * A process, told apart from any later one that got the same pid.
 *
 * @param started the moment of its start as the kernel notes it, comparable only with its like
 */
public record ProcessIdentity(long pid, long started) {

    /** @return empty if there is no such process, or only its remains that nobody collected */
    public static Optional<ProcessIdentity> of(long pid) {
        return StartTime.of(pid).map(started -> new ProcessIdentity(pid, started));
    }

    public boolean isAlive() {
        return StartTime.of(pid).filter(now -> now == started).isPresent();
    }

    public Optional<ProcessHandle> handle() {
        return isAlive() ? ProcessHandle.of(pid) : Optional.empty();
    }
}
