package dev.ashlar.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogTailTest {

    @TempDir
    Path folder;

    @Test
    void givesTheLastLines() throws IOException {
        var log = folder.resolve("part.log");
        Files.writeString(log,
                IntStream.range(0, 10_000).mapToObj("line %d"::formatted).collect(Collectors.joining("\n")));

        assertThat(LogTail.of(log, 2)).isEqualTo(log + " ends with:\nline 9998\nline 9999");
    }

    @Test
    void saysSoWhenThereIsNoLog() {
        assertThat(LogTail.of(folder.resolve("none.log"), 2)).contains("cannot be read");
    }
}
