package dev.ashlar.process;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Reads the end of a log, which may be large. */
public record LogTail(Path log) {

    private static final Predicate<String> FRAME = Pattern.compile("\\s+(at |\\.\\.\\. ).*").asMatchPredicate();
    private static final int BLOCK = 8_192;
    private static final int MOST_BYTES = 1 << 20;
    private static final int FEW = 15;

    /** The last lines, or none if there is no log. */
    public List<String> last(int count) {
        var lines = new String(bytes(count), StandardCharsets.UTF_8).lines().toList();
        return lines.subList(Math.max(0, lines.size() - count), lines.size());
    }

    /** The last lines in UTF-8, at most 1 MiB. */
    public byte[] bytes(int count) {
        try (var file = new RandomAccessFile(log.toFile(), "r")) {
            var start = start(file, count);
            var bounded = Math.max(start, file.length() - MOST_BYTES);
            file.seek(bounded);
            while (bounded > start && file.getFilePointer() < file.length() && file.read() != '\n') {
                // Begins with a complete line.
            }
            var end = new byte[(int) (file.length() - file.getFilePointer())];
            file.readFully(end);
            return end;
        } catch (IOException noLog) {
            return new byte[0];
        }
    }

    /** The position, in bytes, of the last complete lines. */
    public long start(int count) throws IOException {
        try (var file = new RandomAccessFile(log.toFile(), "r")) {
            return start(file, count);
        }
    }

    private static long start(RandomAccessFile file, int count) throws IOException {
        var block = new byte[BLOCK];
        var ends = count + 1L; // includes the end of the line before them
        for (var end = file.length(); end > 0;) {
            var begin = Math.max(0, end - BLOCK);
            file.seek(begin);
            file.readFully(block, 0, (int) (end - begin));
            for (var index = (int) (end - begin) - 1; index >= 0; index--) {
                if (block[index] == '\n' && --ends == 0) {
                    return begin + index + 1;
                }
            }
            end = begin;
        }
        return 0;
    }

    /** For an error message: the last lines without stack frames, and the path of the log. */
    public String forPeople() {
        var lines = last(8 * FEW).stream().filter(line -> !line.isBlank() && !FRAME.test(line)).toList();
        var last = lines.subList(Math.max(0, lines.size() - FEW), lines.size());
        return String.join("", last.stream().map("  | %s\n"::formatted).toList()) + "  log: " + log;
    }
}
