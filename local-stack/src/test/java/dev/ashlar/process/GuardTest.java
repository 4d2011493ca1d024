package dev.ashlar.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GuardTest {

    private final List<Process> started = new ArrayList<>();

    @AfterEach
    void end() {
        started.forEach(Process::destroyForcibly);
    }

    @Test
    void killsWatchedProcessesWhenItsInputEnds() throws Exception {
        var first = sleeper();
        var second = sleeper();

        order("watch " + first.pid(), "watch " + second.pid());

        assertThat(first.waitFor()).isNotZero();
        assertThat(second.waitFor()).isNotZero();
    }

    @Test
    void sparesAProcessThatReusesAPid() throws Exception {
        var before = sleeper();
        var stranger = sleeper();
        var after = sleeper();

        order("watch " + before.pid(), "watch " + stranger.pid(), "watch " + after.pid(), "forget " + stranger.pid());

        assertThat(before.waitFor()).isNotZero();
        assertThat(after.waitFor()).isNotZero();
        assertThat(stranger.isAlive()).isTrue();
    }

    /** Returns when the guard has ended. */
    private void order(String... orders) throws IOException, InterruptedException {
        var guard = start("sh", "-c", Guard.SCRIPT);
        try (var writer = guard.outputWriter()) {
            writer.write(String.join("\n", orders) + "\n");
        }
        assertThat(guard.waitFor()).isZero();
    }

    private Process sleeper() throws IOException {
        return start("sleep", "60");
    }

    private Process start(String... command) throws IOException {
        var process = new ProcessBuilder(command).start();
        started.add(process);
        return process;
    }
}
