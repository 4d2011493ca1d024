package dev.ashlar.localstack.stop;

import java.io.IOException;
import java.util.Locale;
import java.util.Set;

import dev.ashlar.localstack.state.Misuse;

/**
 * A signal by its POSIX name, without {@code SIG}. Java itself sends two of them only.
 */
record Signal(String name) {

    private static final Set<String> DEADLY = Set.of("KILL", "TERM", "INT");

    /** @throws Misuse if it cannot be the name of a signal */
    static Signal parse(String text) {
        var name = text.toUpperCase(Locale.ROOT).replaceFirst("^SIG", "");
        if (!name.matches("[A-Z][A-Z0-9]*")) {
            throw new Misuse("'%s' is no signal, such as KILL, TERM or STOP".formatted(text));
        }
        return new Signal(name);
    }

    /** Whether a process is supposed to end by it. STOP and CONT, for example, leave it where it is. */
    boolean ends() {
        return DEADLY.contains(name);
    }

    /**
     * The kill of the shell, since minimal systems have no other.
     *
     * @return false if there is no such process or no such signal
     */
    boolean sendTo(long pid) throws IOException, InterruptedException {
        return new ProcessBuilder("/bin/sh", "-c", "kill -s \"$1\" \"$2\"", "sh", name, Long.toString(pid))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor() == 0;
    }
}
