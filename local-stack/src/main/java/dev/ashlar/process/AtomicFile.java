package dev.ashlar.process;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Writes files that only their owner may read. */
public final class AtomicFile {

    private AtomicFile() {}

    /** Replaces the content atomically: a reader sees the old or the new content, also after a power cut. */
    public static void write(Path path, byte[] content) throws IOException {
        Files.createDirectories(path.getParent());
        // Temporary files have mode 0600 and keep it when they are moved.
        var draft = Files.createTempFile(path.getParent(), path.getFileName().toString(), ".draft");
        try {
            Files.write(draft, content);
            try (var channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
            Files.move(draft, path, ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(draft);
        }
    }
}
