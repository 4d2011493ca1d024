package dev.ashlar.localstack.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.ashlar.localstack.home.Home;

class LogsCommandTest {

    @TempDir
    private Path folder;

    @BeforeEach
    void write() throws Exception {
        Files.createDirectories(folder.resolve("logs"));
        Files.writeString(folder.resolve("logs/postgres-1.log"), """
                2026-01-01T10:00:01.000Z first
                without a time
                2026-01-01T10:00:03.000Z third
                """);
        Files.writeString(folder.resolve("logs/order-service-1.log"), """
                2026-01-01T10:00:02.000Z second
                2026-01-01T10:00:04.000Z fourth
                2026-01-01T10:00:05.000Z half a li""");
    }

    @Test
    void mergesLinesByTime() throws Exception {
        assertThat(logs(-1)).map(line -> line.replaceFirst(".*Z ", "")).containsExactly("first",
                "postgres             | without a time", "second", "third", "fourth");
    }

    @Test
    void showsTheLastLinesOfEach() throws Exception {
        assertThat(logs(1)).hasSize(2).first().asString()
                .isEqualTo("postgres             | 2026-01-01T10:00:03.000Z third");
        assertThat(logs(0)).isEmpty();
    }

    private List<String> logs(int last) throws Exception {
        var out = new ByteArrayOutputStream();
        var terminal = Terminal.of(new PrintStream(out), new PrintStream(out), Map.of());
        new LogsCommand(new Context(new Home(folder, folder, 0), terminal, Map.of())).logs(
                List.of("postgres", "order-service"), false,
                last);
        return out.toString().lines().toList();
    }
}
