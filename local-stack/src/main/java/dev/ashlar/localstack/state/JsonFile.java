package dev.ashlar.localstack.state;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/** A value kept in a file that only its owner may read; a reader sees the old value or the new one, never half of it. */
record JsonFile<T>(Path path, Class<T> type) {

    Optional<T> read() {
        try {
            return Optional.of(Json.MAPPER.readValue(Files.readAllBytes(path), type));
        } catch (NoSuchFileException absent) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void write(T value) {
        try {
            Files.createDirectories(path.getParent());
            // Temporary files are made with mode 0600, and keep it when they move.
            var draft = Files.createTempFile(path.getParent(), path.getFileName().toString(), ".draft");
            Files.write(draft, Json.MAPPER.writeValueAsBytes(value));
            Files.move(draft, path, ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void delete() {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
