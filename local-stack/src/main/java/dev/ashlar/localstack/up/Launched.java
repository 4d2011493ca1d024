package dev.ashlar.localstack.up;

import org.jspecify.annotations.Nullable;

import dev.ashlar.localstack.state.ProcessIdentity;

/**
 * A process that is to become ready.
 *
 * @param child the same process if this command started it: only parents learn exit codes
 */
record Launched(ProcessIdentity identity, @Nullable Process child) {

    static Launched byThisCommand(Process child) {
        // It may have died already; the kernel counts from its own start, so no living process started at -1.
        var identity = ProcessIdentity.of(child.pid()).orElseGet(() -> new ProcessIdentity(child.pid(), -1));
        return new Launched(identity, child);
    }

    static Launched before(ProcessIdentity identity) {
        return new Launched(identity, null);
    }

    boolean isOurs() {
        return child != null;
    }

    boolean isAlive() {
        return child == null ? identity.isAlive() : child.isAlive();
    }

    /** How it ended, for people. */
    String end() {
        return child == null ? "ended" : "ended with exit code " + child.exitValue();
    }
}
