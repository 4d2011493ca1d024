package dev.ashlar.infrastructure;

import dev.ashlar.process.Signal;
import dev.ashlar.process.Java;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NothingOrphanedIT {

    @TempDir
    Path home;

    private Process starter;
    private final List<ProcessHandle> parts = new ArrayList<>();

    @BeforeEach
    void start() throws IOException {
        starter = new ProcessBuilder(Java.EXECUTABLE, "-cp", System.getProperty("java.class.path"),
                StartThenWait.class.getName(), home.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        for (var line = starter.inputReader().readLine(); !"started".equals(line); line = starter.inputReader()
                .readLine()) {
            parts.add(ProcessHandle.of(Long.parseLong(line)).orElseThrow());
        }
        assertThat(parts).hasSize(StartThenWait.PARTS.size()).noneMatch(Signal::isGone);
    }

    @AfterEach
    void killWhatIsLeft() {
        starter.destroyForcibly();
        parts.forEach(ProcessHandle::destroyForcibly);
    }

    @Test
    void stopsItsPartsWhenItsJvmIsTerminated() {
        starter.destroy();

        await().atMost(Duration.ofSeconds(15)).until(() -> parts.stream().allMatch(Signal::isGone));
    }

    @Test
    void killsItsPartsWhenItsJvmIsKilled() {
        starter.destroyForcibly();

        await().atMost(Duration.ofSeconds(5)).until(() -> parts.stream().allMatch(Signal::isGone));
    }
}
