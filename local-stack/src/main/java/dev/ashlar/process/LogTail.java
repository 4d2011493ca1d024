package dev.ashlar.process;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** The end of a log that may be long. */
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

    /** The same as it was written, in UTF-8. Of long lines fewer: at most 1 MiB. */
    public byte[] bytes(int count) {
        try (var file = new RandomAccessFile(log.toFile(), "r")) {
            var start = start(file, count);
            var bounded = Math.max(start, file.length() - MOST_BYTES);
            file.seek(bounded);
            while (bounded > start && file.getFilePointer() < file.length() && file.read() != '\n') {
                // Begin with a whole line.
            }
            var end = new byte[(int) (file.length() - file.getFilePointer())];
            file.readFully(end);
            return end;
        } catch (IOException noLog) {
            return new byte[0];
        }
    }

    /** The position, in bytes, where the last complete lines begin. */
    public long start(int count) throws IOException {
        try (var file = new RandomAccessFile(log.toFile(), "r")) {
            return start(file, count);
        }
    }

    private static long start(RandomAccessFile file, int count) throws IOException {
        var block = new byte[BLOCK];
        var ends = count + 1L; // of the line before them as well
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

    /** For an error message: what the log says, without the frames of stack traces, and where it is. */
    public String forPeople() {
        var lines = last(8 * FEW).stream().filter(line -> !line.isBlank() && !FRAME.test(line)).toList();
        var last = lines.subList(Math.max(0, lines.size() - FEW), lines.size());
        return String.join("", last.stream().map("  | %s\n"::formatted).toList()) + "  log: " + log;
    }
}
