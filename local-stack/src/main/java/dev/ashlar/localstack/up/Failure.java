package dev.ashlar.localstack.up;

import java.nio.file.Path;

import dev.ashlar.localstack.state.InstanceName;

/** Why a process did not become ready, and where it may have said more. */
record Failure(InstanceName name, String reason, Path log) {

    private static final int LINES = 15;

    /** For people, with the end of the log. */
    String describe() {
        var lastLines = new LogTail(log).last(LINES).stream().map(line -> "  | " + line + "\n").toList();
        return "%s failed: %s%n%s  log: %s".formatted(name, reason, String.join("", lastLines), log);
    }
}
