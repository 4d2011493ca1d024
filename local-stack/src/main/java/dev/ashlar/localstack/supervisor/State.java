package dev.ashlar.localstack.supervisor;

import java.util.Locale;

/** How a process is: as {@code status} says it, in lower case. */
public enum State {

    /** It runs, and was not ready yet. */
    STARTING,
    /** It answers and can do its work. */
    READY,
    /** It was ready, or should have been by now, and is not. */
    UNHEALTHY,
    /** It was never started, or a command stopped it. */
    STOPPED,
    /** It ended although nobody asked it to. */
    FAILED;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
