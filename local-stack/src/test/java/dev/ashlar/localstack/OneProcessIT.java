package dev.ashlar.localstack;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;

import dev.ashlar.localstack.stack.FreeOffset;
import dev.ashlar.localstack.state.ProcessIdentity;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OneProcessIT {

    @TempDir
    private Path home;
    private CommandLineRunner ashlar;

    @BeforeEach
    void startRedis() {
        ashlar = new CommandLineRunner(home, FreeOffset.find());
        assertThat(ashlar.run("start", "redis-cache")).isZero();
    }

    @AfterEach
    void leaveNothingRunning() {
        ashlar.run("down");
    }

    @Test
    void isReadyWhenStartReturns() {
        assertThat(ashlar.output()).contains("redis-cache: ready after");
        assertThat(state()).isEqualTo("ready");
    }

    @Test
    void isNotStartedTwice() {
        var before = pid();

        assertThat(ashlar.run("start", "redis-cache")).isZero();
        assertThat(ashlar.output()).contains("redis-cache: runs already");
        assertThat(pid()).isEqualTo(before);
    }

    @Test
    void isStoppedByKillAndBackAfterStart() {
        var before = pid();

        assertThat(ashlar.run("kill", "redis-cache")).isZero();
        assertThat(ProcessIdentity.of(before)).isEmpty();
        assertThat(state()).isEqualTo("stopped");

        assertThat(ashlar.run("start", "redis-cache")).isZero();
        assertThat(state()).isEqualTo("ready");
        assertThat(pid()).isNotEqualTo(before);
    }

    @Test
    void isUnhealthyWhileItIsPaused() {
        assertThat(ashlar.run("kill", "redis-cache", "--signal", "STOP")).isZero();
        assertThat(state()).isEqualTo("unhealthy");

        assertThat(ashlar.run("kill", "redis-cache", "--signal", "CONT")).isZero();
        assertThat(state()).isEqualTo("ready");
    }

    @Test
    void hasFailedWhenItEndsByItself() {
        var process = ProcessHandle.of(pid()).orElseThrow();

        process.destroyForcibly();
        process.onExit().join();

        assertThat(state()).isEqualTo("failed");
    }

    @Test
    void leavesItsLog() {
        assertThat(ashlar.run("logs", "redis-cache")).isZero();
        assertThat(ashlar.output()).contains("Ready to accept connections");
    }

    @Test
    void isGoneAfterReset() {
        assertThat(ashlar.run("reset")).isZero();

        assertThat(state()).isEqualTo("stopped");
        assertThat(home.resolve("data")).doesNotExist();
        assertThat(home.resolve("logs")).doesNotExist();
        assertThat(home.resolve("secrets.json")).doesNotExist();
    }

    private String state() {
        return ashlar.status("redis-cache").path("state").asString();
    }

    private long pid() {
        return ashlar.status("redis-cache").path("pid").asLong();
    }
}
