package dev.ashlar.localstack.logs;

import static java.nio.file.StandardOpenOption.APPEND;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogReaderTest {

    private final ByteArrayOutputStream output = new ByteArrayOutputStream();

    @TempDir
    private Path folder;
    private Path log;
    private LogReader reader;

    @BeforeEach
    void open() {
        log = folder.resolve("log");
        reader = new LogReader(log, new PrintStream(output));
    }

    @Test
    void copiesWhatIsNew() throws IOException {
        Files.writeString(log, "one\n");
        reader.copyNew();
        Files.writeString(log, "two\n", APPEND);
        reader.copyNew();

        assertThat(output).hasToString("one\ntwo\n");
    }

    @Test
    void waitsForALogThatIsNotThereYet() throws IOException {
        reader.copyNew();
        Files.writeString(log, "one\n");
        reader.copyNew();

        assertThat(output).hasToString("one\n");
    }

    @Test
    void beginsAgainWhenTheLogDoes() throws IOException {
        Files.writeString(log, "long before\n");
        reader.copyNew();
        Files.writeString(log, "anew\n");
        reader.copyNew();

        assertThat(output).hasToString("long before\nanew\n");
    }
}
