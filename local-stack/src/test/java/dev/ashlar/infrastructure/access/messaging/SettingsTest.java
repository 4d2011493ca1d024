package dev.ashlar.infrastructure.access.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsTest {

    @TempDir
    Path files;

    @Test
    void readsAVariable() {
        assertThat(settings(Map.of("A_PASSWORD", "of the variable")).get("A_PASSWORD")).isEqualTo("of the variable");
    }

    @Test
    void readsAFileWithoutItsLineEnd() throws IOException {
        Files.writeString(files.resolve("A_PASSWORD"), "of the file\n");

        assertThat(settings(Map.of()).get("A_PASSWORD")).isEqualTo("of the file");
    }

    @Test
    void prefersTheVariable() throws IOException {
        Files.writeString(files.resolve("A_PASSWORD"), "of the file");

        assertThat(settings(Map.of("A_PASSWORD", "of the variable")).get("A_PASSWORD")).isEqualTo("of the variable");
    }

    @Test
    void treatsAnEmptyValueAsMissing() throws IOException {
        Files.writeString(files.resolve("A_PASSWORD"), "\n");

        assertThat(settings(Map.of("A_PASSWORD", "")).find("A_PASSWORD")).isEmpty();
    }

    @Test
    void namesAMissingSettingAndItsSources() {
        assertThatThrownBy(() -> settings(Map.of()).get("A_PASSWORD")).isInstanceOf(IllegalStateException.class)
                .hasMessageContainingAll("A_PASSWORD", files.toString());
    }

    private Settings settings(Map<String, String> variables) {
        return new Settings(variables, files);
    }
}
