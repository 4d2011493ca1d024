package dev.ashlar.infrastructure;

import java.io.IOException;
import java.util.List;
import dev.ashlar.process.StackFailure;

/**
 * PostgreSQL refuses to run as root. In a user namespace of its own it finds itself to be nobody, while its files
 * still belong to it; no account has to be made and no file to change hands.
 */
final class PostgresAccount {

    private PostgresAccount() {}

    /** What to put before a command of PostgreSQL's. The program named last replaces this one by exec. */
    static List<String> prefix() throws IOException {
        if (!System.getProperty("user.name").equals("root")) {
            return List.of();
        }
        if (!namespacesAreAllowed()) {
            throw new StackFailure("it does not run as root, and this machine gives root no user namespace for it"
                    + " (unshare -U fails): start as another user");
        }
        return List.of("unshare", "-U");
    }

    private static boolean namespacesAreAllowed() throws IOException {
        var trial = new ProcessBuilder("unshare", "-U", "true").redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            return trial.waitFor() == 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
