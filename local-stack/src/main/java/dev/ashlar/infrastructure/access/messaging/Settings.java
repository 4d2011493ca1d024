package dev.ashlar.infrastructure.access.messaging;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * Reads settings from environment variables, or from files of the same name, such as secrets in containers. A variable
 * overrides a file. An empty variable counts as missing.
 *
 * @param files the folder of the files; it may be missing
 */
record Settings(Map<String, String> variables, Path files) {

    static Settings ofThisProcess() {
        return new Settings(System.getenv(), Path.of("/run/secrets"));
    }

    Optional<String> find(String name) {
        return Optional.ofNullable(variables.get(name)).filter(value -> !value.isEmpty())
                .or(() -> Optional.of(files.resolve(name)).filter(Files::exists).map(Settings::content)
                        .filter(value -> !value.isEmpty()));
    }

    String get(String name) {
        return find(name).orElseThrow(() -> new IllegalStateException(
                "Neither a variable nor a file in %s is named %s".formatted(files, name)));
    }

    /** Only the first line, because editors add a line end. */
    private static String content(Path file) {
        try (var lines = Files.lines(file)) {
            return lines.findFirst().orElse("");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
