package dev.ashlar.localstack;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;

import dev.ashlar.localstack.stack.FreeOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AshlarTest {

    @TempDir
    private Path home;

    @Test
    void reportsThatNothingRunsAsASuccess() {
        var ashlar = new CommandLineRunner(home, FreeOffset.find());

        assertThat(ashlar.run("status", "--json")).isZero();
        assertThat(ashlar.status("postgres").path("state").asString()).isEqualTo("stopped");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nonsense", "kill", "kill nobody", "kill kafka --signal 9x", "start kafka#2",
            "logs ../x",
            "up --scale kafka=2", "up --scale order-service=0", "up --scale order-service=99",
            "up --scale order-service"})
    void exitsWithTwoWhenItIsMisunderstood(String arguments) {
        var ashlar = new CommandLineRunner(home, FreeOffset.find());

        assertThat(ashlar.run(arguments.split(" "))).isEqualTo(2);
        assertThat(ashlar.errors()).isNotBlank();
        assertThat(ashlar.output()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"kill kafka", "logs kafka", "demo"})
    void exitsWithOneWhenThereIsNothingToActOn(String arguments) {
        var ashlar = new CommandLineRunner(home, FreeOffset.find());

        assertThat(ashlar.run(arguments.split(" "))).isEqualTo(1);
        assertThat(ashlar.errors()).hasLineCount(1);
    }
}
