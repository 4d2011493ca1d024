package dev.ashlar.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StopTest {

    private Process process;

    @AfterEach
    void end() {
        process.destroyForcibly();
    }

    @Test
    void letsAProcessEndByItself() throws Exception {
        start("trap 'exit 3' TERM");

        assertThat(Signal.TERM.stop(process.toHandle(), Duration.ofSeconds(5))).isTrue();
        assertThat(process.waitFor()).isEqualTo(3);
    }

    @Test
    void killsAProcessThatIgnoresTheSignal() throws IOException {
        start("trap '' TERM");

        assertThat(Signal.TERM.stop(process.toHandle(), Duration.ofMillis(50))).isFalse();
        assertThat(Signal.isGone(process.toHandle())).isTrue();
    }

    @Test
    void ignoresEndedProcesses() throws Exception {
        process = new ProcessBuilder("true").start();
        process.waitFor();

        assertThat(Signal.TERM.stop(process.toHandle(), Duration.ZERO)).isTrue();
    }

    private void start(String trap) throws IOException {
        process = new ProcessBuilder("sh", "-c", trap + "; echo ready; while :; do read -r line; done").start();
        assertThat(process.inputReader().readLine()).isEqualTo("ready");
    }
}
