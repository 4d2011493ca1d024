package dev.ashlar.localstack.supervisor;

import java.nio.file.Path;
import java.util.Objects;

/** What {@code supervisor.json} tells whoever may read it: how to reach the supervisor. */
public record Access(long pid, int port, int portOffset, String build, String token) {

    public Access {
        Objects.requireNonNull(token);
        Objects.requireNonNull(build);
    }

    /** Names the build of the command line that this JVM runs: the folder that the script has put it into. */
    public static String thisBuild() {
        return String.valueOf(Path.of(System.getProperty("ashlar.cli", "")).getFileName());
    }

    /** A record prints its components; tokens are not for logs. */
    @Override
    public String toString() {
        return "Access[pid=%d, port=%d]".formatted(pid, port);
    }
}
