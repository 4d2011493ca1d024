package dev.ashlar.localstack.supervisor;

import java.nio.file.Path;
import java.util.Objects;

/** The content of {@code supervisor.json}: how to reach the supervisor. */
public record SupervisorAddress(long pid, int port, int portOffset, String build, String token) {

    public SupervisorAddress {
        Objects.requireNonNull(token);
        Objects.requireNonNull(build);
    }

    /** Identifies the build of the command line in this JVM: the folder of its classes. */
    public static String thisBuild() {
        return String.valueOf(Path.of(System.getProperty("ashlar.cli", "")).getFileName());
    }

    /** The default {@code toString} of a record would print the token into logs. */
    @Override
    public String toString() {
        return "Access[pid=%d, port=%d]".formatted(pid, port);
    }
}
