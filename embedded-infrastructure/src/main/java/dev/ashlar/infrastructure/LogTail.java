package dev.ashlar.infrastructure;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

final class LogTail {

    private static final int BYTES = 16_384;

    private LogTail() {}

    /** The path of the log and its last lines, for an error message. */
    static String of(Path log, int lines) {
        try (var file = new RandomAccessFile(log.toFile(), "r")) {
            file.seek(Math.max(0, file.length() - BYTES));
            var bytes = new byte[BYTES];
            int read = Math.max(0, file.read(bytes));
            var text = new String(bytes, 0, read, StandardCharsets.UTF_8).lines().toList();
            return "%s ends with:%n%s".formatted(log, last(text, lines));
        } catch (IOException e) {
            return "%s cannot be read: %s".formatted(log, e);
        }
    }

    private static String last(List<String> text, int lines) {
        return String.join("\n", text.subList(Math.max(0, text.size() - lines), text.size()));
    }
}
