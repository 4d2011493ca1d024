package dev.ashlar.process;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A file that only its owner may read. */
public final class AtomicFile {

    private AtomicFile() {}

    /** A reader sees the old content or the new content, never half of it. A power cut does not leave half of it either. */
    public static void write(Path path, byte[] content) throws IOException {
        Files.createDirectories(path.getParent());
        // Temporary files are made with mode 0600, and keep it when they move.
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
