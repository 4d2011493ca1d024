package dev.ashlar.infrastructure;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Waits for a part that was started. */
public final class Startup {

    private static final int LINES = 15;

    private Startup() {}

    /**
     * Returns as soon as the part is ready.
     *
     * @throws PartFailed if the process ends first, or the patience does; with the last lines of the log
     */
    public static void await(Part part, Process process, Path log, Duration patience) throws InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        while (!part.isReady()) {
            if (process.waitFor(20, TimeUnit.MILLISECONDS)) {
                throw new PartFailed(part.name(), "ended with exit code %d while starting%n%s"
                        .formatted(process.exitValue(), LogTail.of(log, LINES)));
            }
            if (System.nanoTime() > deadline) {
                throw new PartFailed(part.name(), "was not ready within %d s%n%s"
                        .formatted(patience.toSeconds(), LogTail.of(log, LINES)));
            }
        }
    }
}
