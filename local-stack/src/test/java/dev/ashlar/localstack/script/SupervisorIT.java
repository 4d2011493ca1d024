package dev.ashlar.localstack.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.ashlar.process.Loopback;
import dev.ashlar.process.Signal;

class SupervisorIT {

    @TempDir
    private Path folder;
    private Script ashlar;
    private int sessions;

    @BeforeEach
    void start() {
        ashlar = new Script(folder);
        sessions = 26379 + ashlar.offset();
    }

    @AfterEach
    void leaveNothingRunning() {
        ashlar.run("down");
    }

    @Test
    void leavesNoOrphanAndKeepsDataWhenItIsKilled() throws IOException {
        startSessions();
        Script.redis(sessions, "SET kept 42");
        var family = family();

        ashlar.supervisor().destroyForcibly();

        await().atMost(Duration.ofSeconds(30)).until(() -> family.stream().allMatch(Signal::isGone));
        assertThat(ashlar.state("redis-sessions")).isEqualTo("stopped");
        startSessions();
        assertThat(Script.redis(sessions, "EXISTS kept")).isEqualTo(":1");
    }

    @Test
    void killsOrphansOfAKilledGuard() throws IOException {
        startSessions();
        var redis = family().stream().filter(child -> child.info().command().orElse("").endsWith("redis-server"))
                .findFirst()
                .orElseThrow();
        family().stream().filter(child -> !child.equals(redis)).forEach(ProcessHandle::destroyForcibly); // kills the guard
        ashlar.supervisor().destroyForcibly();
        assertThat(Signal.isGone(redis)).isFalse();

        startSessions();

        assertThat(Signal.isGone(redis)).isTrue();
    }

    @Test
    void writesItsAddressAgainWhenFilesAreBrokenOrDeleted() throws IOException {
        startSessions();
        var pid = ashlar.pid("redis-sessions");

        for (var file : List.of("supervisor.json", "secrets.json", "upstreams.json", "port-offset", "work.lock")) {
            Files.writeString(ashlar.home().resolve(file), "");
        }
        ashlar.with("ASHLAR_PORT_OFFSET", Integer.toString(ashlar.offset()));
        assertThat(ashlar.pid("redis-sessions")).isEqualTo(pid);
        await().untilAsserted(() -> assertThat(ashlar.home().resolve("upstreams.json")).isNotEmptyFile());
        assertThat(ashlar.run("status").out()).contains("shopper@ashlar.local"); // secrets.json has a copy beside the data
        for (var file : List.of("supervisor.json", "secrets.json", "port-offset", "work.lock")) {
            Files.delete(ashlar.home().resolve(file));
        }
        assertThat(ashlar.run("down").exit()).isZero();
        assertThat(Loopback.isFree(sessions)).isTrue();
    }

    @Test
    void canBeStoppedIfItCanNotWriteItsAddress() throws IOException {
        startSessions();
        await().ignoreExceptions().until(() -> { // it writes the file again each second
            Files.delete(ashlar.home().resolve("supervisor.json"));
            return Files.exists(Files.createDirectories(ashlar.home().resolve("supervisor.json/in-the-way")));
        });

        var down = ashlar.run("down");

        assertThat(down.exit()).as(down.toString()).isZero();
        assertThat(down.out()).contains("Stopped everything");
        assertThat(Loopback.isFree(sessions)).isTrue();
    }

    @Test
    void endsWithWhatItStoppedWhenTheCommandIsInterrupted() throws Exception {
        var start = ashlar.start("start", "redis-cache", "kafka");
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(start.output()).contains("redis-cache: ready after"));

        new Signal("INT").sendTo(start.process().toHandle());

        assertThat(start.process().waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(start.process().exitValue()).isEqualTo(130);
        assertThat(start.output()).contains("Interrupted");
        await().atMost(Duration.ofSeconds(20)).until(() -> Loopback.isFree(26380 + ashlar.offset())
                && Loopback.isFree(29092 + ashlar.offset()));
        assertThat(ashlar.state("redis-cache")).isEqualTo("stopped");
    }

    /** The command ends within three seconds, so on a busy machine it can end before the supervisor has stopped the programs. */
    @Test
    void stopsInitDbWhenTheCommandIsInterrupted() throws Exception {
        var start = ashlar.start("start", "postgres");
        await().pollInterval(Duration.ofMillis(10)).atMost(Duration.ofSeconds(60))
                .until(() -> !databasePrograms().isEmpty());
        var programs = databasePrograms();

        new Signal("INT").sendTo(start.process().toHandle());

        assertThat(start.process().waitFor()).isEqualTo(130);
        await().atMost(Duration.ofSeconds(20)).until(() -> programs.stream().allMatch(Signal::isGone));
        await().until(() -> ashlar.supervisorIfAny().isEmpty());
        assertThat(ashlar.home().resolve("data")).isDirectoryNotContaining("glob:**/{initdb,postgres}");
    }

    /** initdb and its child processes. */
    private List<ProcessHandle> databasePrograms() {
        return ashlar.supervisorIfAny().stream()
                .flatMap(ProcessHandle::descendants)
                .filter(child -> child.info().command().filter(command -> command.matches(".*/(initdb|postgres)"))
                        .isPresent())
                .toList();
    }

    private void startSessions() {
        var started = ashlar.run("start", "redis-sessions");
        assertThat(started.exit()).as(started.toString()).isZero();
    }

    private List<ProcessHandle> family() throws IOException {
        return ashlar.supervisor().descendants().toList();
    }
}
