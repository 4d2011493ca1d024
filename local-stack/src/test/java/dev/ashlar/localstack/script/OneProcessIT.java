package dev.ashlar.localstack.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Collections;
import java.util.concurrent.CompletableFuture;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.ashlar.process.Signal;

class OneProcessIT {

    @TempDir
    private Path folder;
    private Script ashlar;

    @BeforeEach
    void startRedis() {
        ashlar = new Script(folder);
        var started = ashlar.run("start", "redis-cache");
        assertThat(started.exit()).as(started.toString()).isZero();
        assertThat(started.out()).contains("redis-cache: ready after");
    }

    @AfterEach
    void leaveNothingRunning() {
        ashlar.run("down");
    }

    @Test
    void isStartedOnceKilledAndStartedAgain() throws IOException {
        var before = ashlar.pid("redis-cache");
        assertThat(ashlar.run("start", "redis-cache").out()).contains("redis-cache: runs already");
        assertThat(ashlar.pid("redis-cache")).isEqualTo(before);

        assertThat(ashlar.run("kill", "redis-cache").exit()).isZero();
        assertThat(ashlar.state("redis-cache")).isEqualTo("stopped");
        assertThat(ashlar.run("kill", "redis-cache").exit()).isEqualTo(1);

        var log = ashlar.home().resolve("logs/redis-cache-1.log");
        Files.write(log,
                Collections.nCopies(1_000_000, "a line of a log that is larger than the heap of a command ".repeat(2)),
                StandardOpenOption.APPEND);
        assertThat(ashlar.run("logs", "redis-cache", "-n", "1").out()).startsWith("a line of").hasLineCount(1);

        assertThat(ashlar.run("start", "redis-cache").exit()).isZero();
        assertThat(ashlar.state("redis-cache")).isEqualTo("ready");
        assertThat(ashlar.pid("redis-cache")).isNotEqualTo(before);
        assertThat(ashlar.run("logs", "redis-cache", "-n", "1").out()).contains("Ready to accept connections")
                .hasLineCount(1);
        assertThat(log.resolveSibling("redis-cache-1.log.old")).exists();
    }

    @Test
    void isReplacedByRestart() {
        var before = ashlar.pid("redis-cache");

        assertThat(ashlar.run("restart", "redis-cache").exit()).isZero();

        assertThat(ashlar.state("redis-cache")).isEqualTo("ready");
        assertThat(ashlar.pid("redis-cache")).isNotEqualTo(before);
    }

    @Test
    void isUnhealthyWhileFrozenAndReadyWhileSlow() throws IOException {
        assertThat(ashlar.run("kill", "redis-cache", "--signal", "STOP").exit()).isZero();
        assertThat(ashlar.state("redis-cache")).isEqualTo("unhealthy");

        var slow = CompletableFuture.supplyAsync(() -> ashlar.state("redis-cache"));
        await().atMost(Duration.ofSeconds(60)).until(this::isProbed);
        // Longer than a second, shorter than the timeout of the probe.
        await().pollDelay(Duration.ofSeconds(2)).until(() -> true);
        new Signal("CONT").sendTo(redis());
        assertThat(slow.join()).isEqualTo("ready");
    }

    @Test
    void hasFailedAfterAnUnexpectedEnd() throws IOException {
        redis().destroyForcibly();

        await().untilAsserted(() -> assertThat(ashlar.state("redis-cache")).isEqualTo("failed"));
    }

    @Test
    void isGoneAfterReset() throws IOException {
        var redis = redis();
        assertThat(ashlar.run("reset").exit()).isZero();

        assertThat(Signal.isGone(redis)).isTrue();
        assertThat(ashlar.home().resolve("data")).doesNotExist();
        assertThat(ashlar.home().resolve("logs")).doesNotExist();
        assertThat(ashlar.home().resolve("secrets.json")).doesNotExist();
        assertThat(ashlar.home().resolve("port-offset")).doesNotExist();
        assertThat(ashlar.state("redis-cache")).isEqualTo("stopped");
    }

    /** True if a client is connected to Redis: see proc_net(5). */
    private boolean isProbed() throws IOException {
        var connected = "0100007F:%04X 01".formatted(26380 + ashlar.offset());
        return Files.readString(Path.of("/proc/net/tcp")).contains(connected);
    }

    private ProcessHandle redis() throws IOException {
        return ashlar.supervisor()
                .children()
                .filter(child -> child.info().command().orElse("").endsWith("redis-server"))
                .findFirst()
                .orElseThrow();
    }
}
