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
    private static final int LINE = 512;
    private static final int FEW = 15;

    /** The last lines, or none if there is no log. */
    public List<String> last(int count) {
        var lines = read(count);
        return lines.subList(Math.max(0, lines.size() - count), lines.size());
    }

    /** For an error message: what the log says, without the frames of stack traces, and where it is. */
    public String forPeople() {
        var lines = read(8 * FEW).stream().filter(line -> !line.isBlank() && !FRAME.test(line)).toList();
        var last = lines.subList(Math.max(0, lines.size() - FEW), lines.size());
        return String.join("", last.stream().map("  | %s\n"::formatted).toList()) + "  log: " + log;
    }

    private List<String> read(int count) {
        try (var file = new RandomAccessFile(log.toFile(), "r")) {
            file.seek(Math.max(0, file.length() - (long) count * LINE));
            var end = new byte[(int) (file.length() - file.getFilePointer())];
            file.readFully(end);
            return new String(end, StandardCharsets.UTF_8).lines().toList();
        } catch (IOException noLog) {
            return List.of();
        }
    }
}
