package dev.ashlar.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignalTest {

    @ParameterizedTest
    @ValueSource(strings = {"KILL", "SIGKILL", "kill"})
    void isReadAsPeopleWriteIt(String text) {
        assertThat(Signal.parse(text)).isEqualTo(new Signal("KILL"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "9", "KILL 1", "-KILL"})
    void refusesInvalidNames(String text) {
        assertThatThrownBy(() -> Signal.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void knowsWhichSignalsEndAProcess() {
        assertThat(Signal.parse("TERM").ends()).isTrue();
        assertThat(List.of("STOP", "QUIT", "HUP")).noneMatch(name -> Signal.parse(name).ends());
    }

    @Test
    void reachesTheProcess() throws IOException, InterruptedException {
        var process = new ProcessBuilder("sleep", "60").start();

        assertThat(Signal.parse("TERM").sendTo(process.toHandle())).isTrue();
        assertThat(process.waitFor()).isEqualTo(128 + 15);
    }

    @Test
    void reportsAnUnknownSignal() throws IOException, InterruptedException {
        assertThat(Signal.parse("NONSENSE").sendTo(ProcessHandle.current())).isFalse();
    }
}
