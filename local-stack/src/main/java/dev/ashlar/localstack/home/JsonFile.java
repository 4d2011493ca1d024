package dev.ashlar.localstack.home;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import dev.ashlar.process.AtomicFile;
import tools.jackson.core.JacksonException;

/** A value in a file that only its owner may read. */
public record JsonFile<T>(Path path, Class<T> type) {

    /** Empty if the file is missing, empty or broken. */
    public Optional<T> read() {
        try {
            return Optional.ofNullable(Json.MAPPER.readValue(Files.readAllBytes(path), type));
        } catch (IOException | JacksonException | IllegalArgumentException unknown) {
            return Optional.empty();
        }
    }

    public void write(T value) throws IOException {
        AtomicFile.write(path, Json.MAPPER.writeValueAsBytes(value));
    }

    /** Prints a failure and continues, because a full disk must not prevent a stop. */
    public void writeIfPossible(T value) {
        try {
            write(value);
        } catch (IOException e) {
            System.err.println("%s can't be written: %s".formatted(path, e));
        }
    }
}
