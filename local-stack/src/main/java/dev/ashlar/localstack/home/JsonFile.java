package dev.ashlar.localstack.home;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

import tools.jackson.core.JacksonException;

/** A value kept in a file that only its owner may read. */
public record JsonFile<T>(Path path, Class<T> type) {

    /** Empty if the file is missing, empty or broken. */
    public Optional<T> read() {
        try {
            return Optional.ofNullable(Json.MAPPER.readValue(Files.readAllBytes(path), type));
        } catch (IOException | JacksonException | IllegalArgumentException unknown) {
            return Optional.empty();
        }
    }

    /** A reader sees the old value or the new one, never half of it; nor does a power cut leave half of it. */
    public void write(T value) throws IOException {
        Files.createDirectories(path.getParent());
        // Temporary files are made with mode 0600, and keep it when they move.
        var draft = Files.createTempFile(path.getParent(), path.getFileName().toString(), ".draft");
        try {
            try (var channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
                var bytes = ByteBuffer.wrap(Json.MAPPER.writeValueAsBytes(value));
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                channel.force(true);
            }
            Files.move(draft, path, ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(draft);
        }
    }
}
