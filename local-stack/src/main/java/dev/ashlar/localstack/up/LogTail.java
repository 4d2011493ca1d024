package dev.ashlar.localstack.up;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** The end of a log that may be long, without the frames of stack traces: what counts is between them. */
record LogTail(Path log) {

    private static final Pattern FRAME = Pattern.compile("\\s+(at |\\.\\.\\. ).*");
    private static final int ENOUGH_BYTES = 64 * 1024;

    List<String> last(int count) {
        if (!Files.exists(log)) {
            return List.of();
        }
        try (var file = new RandomAccessFile(log.toFile(), "r")) {
            file.seek(Math.max(0, file.length() - ENOUGH_BYTES));
            var end = new byte[(int) (file.length() - file.getFilePointer())];
            file.readFully(end);
            var lines = new String(end, StandardCharsets.UTF_8).lines().filter(LogTail::says).toList();
            return lines.subList(Math.max(0, lines.size() - count), lines.size());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean says(String line) {
        return !line.isBlank() && !FRAME.matcher(line).matches();
    }
}
