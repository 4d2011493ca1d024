package dev.ashlar.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogTailTest {

    @TempDir
    private Path folder;

    @Test
    void showsTheLastLinesOfALongLog() throws IOException {
        var log = Files.write(folder.resolve("log"),
                IntStream.rangeClosed(1, 10_000).mapToObj(number -> "line " + number).toList());

        assertThat(new LogTail(log).last(2)).containsExactly("line 9999", "line 10000");
    }

    @Test
    void showsCompleteLongLines() throws IOException {
        var line = "\u00e4".repeat(5_000);
        var log = Files.write(folder.resolve("log"), Collections.nCopies(300, line));

        assertThat(new LogTail(log).last(2)).containsExactly(line, line);
        assertThat(new LogTail(log).last(300)).hasSizeBetween(100, 105).containsOnly(line);
        assertThat(new LogTail(log).start(299)).isEqualTo(10_001);
        assertThat(new LogTail(log).start(301)).isZero();
    }

    @Test
    void showsAShortLogCompletely() throws IOException {
        var log = Files.writeString(folder.resolve("log"), "only\n");

        assertThat(new LogTail(log).last(2)).containsExactly("only");
    }

    @Test
    void omitsStackFramesForPeople() throws IOException {
        var log = Files.writeString(folder.resolve("log"), """
                java.lang.IllegalStateException: outer
                \tat dev.ashlar.Somewhere.method(Somewhere.java:1)
                Caused by: java.net.ConnectException: Connection refused
                \t... 41 common frames omitted

                """);

        assertThat(new LogTail(log).forPeople()).isEqualTo("  | java.lang.IllegalStateException: outer\n"
                + "  | Caused by: java.net.ConnectException: Connection refused\n  log: " + log);
    }

    @Test
    void showsNothingWithoutALog() {
        assertThat(new LogTail(folder.resolve("none")).last(2)).isEmpty();
    }
}
