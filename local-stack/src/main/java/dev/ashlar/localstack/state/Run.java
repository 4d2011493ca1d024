package dev.ashlar.localstack.state;

/**
 * The last run of one process of the stack.
 *
 * @param reachedReady whether it was ever ready: what is not ready before is starting, and afterwards unhealthy
 * @param askedToStop whether a command ended it: a process that is gone without is one that failed
 */
public record Run(ProcessIdentity process, boolean reachedReady, boolean askedToStop) {

    Run(ProcessIdentity process) {
        this(process, false, false);
    }

    Run ready() {
        return new Run(process, true, askedToStop);
    }

    Run stopping() {
        return new Run(process, reachedReady, true);
    }

    public boolean isAlive() {
        return process.isAlive();
    }
}
