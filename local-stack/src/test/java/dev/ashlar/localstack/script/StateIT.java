package dev.ashlar.localstack.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.ashlar.localstack.stack.FreeOffset;
import dev.ashlar.process.Loopback;
import dev.ashlar.process.Signal;

class StateIT {

    @TempDir
    private Path folder;
    private Script ashlar;

    @BeforeEach
    void open() {
        ashlar = new Script(folder);
    }

    @AfterEach
    void leaveNothingRunning() {
        ashlar.with("ASHLAR_PORT_OFFSET", null).run("down");
    }

    @Test
    void reportsThatNothingRunsAsASuccess() {
        assertThat(ashlar.state("postgres")).isEqualTo("stopped");
        assertThat(ashlar.run("down").exit()).isZero();
        assertThat(ashlar.run("reset").exit()).isZero();
    }

    @Test
    void runsOneChangingCommandAtATime() throws Exception {
        Files.createDirectories(ashlar.home());
        Script.Running start;
        try (var other = FileChannel.open(ashlar.home().resolve("work.lock"), StandardOpenOption.CREATE,
                StandardOpenOption.WRITE)) {
            other.lock();
            other.write(ByteBuffer.wrap("4711      \n".getBytes()));
            start = ashlar.start("start", "redis-cache");
            await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> assertThat(start.output())
                    .contains("another ./ashlar is at work (pid 4711), waiting"));

            assertThat(ashlar.run("status").exit()).isZero();
            assertThat(start.process().isAlive()).isTrue();
        }
        assertThat(start.process().waitFor()).as(start.output()).isZero();
        assertThat(ashlar.state("redis-cache")).isEqualTo("ready");
    }

    @Test
    void remembersThePortOffsetAndRefusesAnother() {
        assertThat(ashlar.run("start", "redis-cache").exit()).isZero();

        ashlar.with("ASHLAR_PORT_OFFSET", null);
        assertThat(ashlar.status("redis-cache").path("port").asInt()).isEqualTo(26380 + ashlar.offset());
        assertThat(ashlar.state("redis-cache")).isEqualTo("ready");

        for (var command : new String[]{"demo", "down"}) {
            var refused = ashlar.with("ASHLAR_PORT_OFFSET", "1").run(command);
            assertThat(refused.exit()).isEqualTo(2);
            assertThat(refused.err()).hasLineCount(1).contains(Integer.toString(ashlar.offset()));
            assertThat(refused.out()).isEmpty();
        }
    }

    @Test
    void buildsNothingForStatusAndDown() throws IOException {
        var programs = Files.createDirectories(folder.resolve("programs"));
        Files.writeString(programs.resolve("mvn"),
                "#!/bin/sh\necho called >>'" + folder.resolve("mvn-was-called") + "'\nexit 1\n");
        programs.resolve("mvn").toFile().setExecutable(true);
        ashlar.with("PATH", programs + ":" + System.getenv("PATH")).with("ASHLAR_BUILD", null);

        assertThat(ashlar.run("start", "redis-cache").exit()).isZero();
        for (var command : new String[]{"status", "logs", "kill redis-cache", "down", "reset"}) {
            assertThat(ashlar.run(command.split(" ")).exit()).as(command).isZero();
        }
        assertThat(folder.resolve("mvn-was-called")).doesNotExist();

        ashlar.inRepository("touch pom.xml");
        for (var command : new String[]{"up --scale order-service=two", "scale x=0", "restart", "restart nobody"}) {
            var refused = ashlar.run(command.split(" "));
            assertThat(refused.exit()).as(command).isEqualTo(2);
            assertThat(refused.err()).as(command).hasLineCount(1);
        }
        assertThat(ashlar.with("ASHLAR_PORT_OFFSET", "abc").run("up").exit()).isEqualTo(2);
        assertThat(folder.resolve("mvn-was-called")).doesNotExist();

        ashlar.with("ASHLAR_PORT_OFFSET", null);
        ashlar.inRepository("cd local-stack/target; cp -p local-stack.jar whole; head -c 1000 whole >local-stack.jar");
        try {
            var up = ashlar.run("up");
            assertThat(up.exit()).as(up.toString()).isEqualTo(1);
            assertThat(up.err()).contains("The build failed").doesNotContain("Exception");
            assertThat(folder.resolve("mvn-was-called")).exists();
        } finally {
            ashlar.inRepository("cd local-stack/target; mv whole local-stack.jar");
        }
    }

    @Test
    void allowsStatusDuringABuildAndEndsItOnSigterm() throws Exception {
        assertThat(ashlar.run("status").exit()).isZero();
        var programs = Files.createDirectories(folder.resolve("programs"));
        Files.writeString(programs.resolve("mvn"),
                "#!/bin/sh\necho $$ >'" + folder.resolve("pid") + "'\nexec sleep 600\n");
        programs.resolve("mvn").toFile().setExecutable(true);
        ashlar.with("PATH", programs + ":" + System.getenv("PATH")).with("ASHLAR_BUILD", null);
        ashlar.inRepository("touch pom.xml; rm -rf .ashlar/built");

        var up = ashlar.start("up");
        await().ignoreExceptions().atMost(Duration.ofSeconds(60))
                .until(() -> Files.readString(folder.resolve("pid")).endsWith("\n"));
        var maven = ProcessHandle.of(Long.parseLong(Files.readString(folder.resolve("pid")).strip())).orElseThrow();
        assertThat(ashlar.run("status").exit()).isZero();
        assertThat(up.process().isAlive()).isTrue();

        up.process().destroy();

        assertThat(up.process().waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(up.process().exitValue()).as(up.output()).isEqualTo(143);
        await().until(() -> Signal.isGone(maven));
    }

    @Test
    void worksWithADamagedCommandLine() throws IOException {
        var bootstrap = "local-stack/src/main/java/dev/ashlar/localstack/build/Bootstrap.java";
        assertThat(ashlar.run("start", "redis-cache").exit()).isZero();
        ashlar.with("ASHLAR_BUILD", null);
        ashlar.inRepository("mv " + bootstrap + " .; echo broken >" + bootstrap);
        try {
            ashlar.inRepository("rm .ashlar/cli/current/lib/picocli*");
            assertThat(ashlar.state("redis-cache")).isEqualTo("ready");
            ashlar.inRepository("ls .ashlar/cli/current/lib/picocli* >/dev/null");

            ashlar.inRepository("rm -r .ashlar/cli; touch .ashlar/cli"); // as on a full disk: no copy can be made
            var down = ashlar.run("down");
            assertThat(down.exit()).as(down.toString()).isZero();
            assertThat(down.out()).contains("redis-cache: stopped");
            assertThat(ashlar.run("start", "redis-cache").exit()).isZero();

            ashlar.inRepository("mv local-stack/target .");
            var reset = ashlar.run("reset");
            assertThat(reset.out()).contains("Stopping everything", "forgotten");
            assertThat(Loopback.isFree(26380 + ashlar.offset())).isTrue();
            for (var file : new String[]{"data", "logs", "secrets.json", "port-offset"}) {
                assertThat(ashlar.home().resolve(file)).doesNotExist();
            }
        } finally {
            ashlar.inRepository("mv Bootstrap.java " + bootstrap
                    + "; rm -rf .ashlar/cli; [ ! -d target ] || mv target local-stack");
        }
    }

    @Test
    void allowsAnotherPortOffsetBeforeTheFirstStart() throws IOException {
        try (var _ = new ServerSocket(26380 + ashlar.offset(), 1, InetAddress.ofLiteral(Loopback.ADDRESS))) {
            var refused = ashlar.run("start", "redis-cache");
            assertThat(refused.exit()).isEqualTo(1);
            assertThat(refused.err()).contains("move the stack with ASHLAR_PORT_OFFSET.");

            var other = FreeOffset.find();
            assertThat(ashlar.with("ASHLAR_PORT_OFFSET", Integer.toString(other)).run("start", "redis-cache").exit())
                    .isZero();
            assertThat(ashlar.status("redis-cache").path("port").asInt()).isEqualTo(26380 + other);
        }
    }

    /** The checks of the script itself, before and after a build. {@code AshlarTest} tests the others. */
    @ParameterizedTest
    @ValueSource(strings = {"", "nonsense", "up --nonsense", "help nonsense"})
    void exitsWithTwoOnInvalidArguments(String arguments) {
        var refused = ashlar.run(arguments.isEmpty() ? new String[0] : arguments.split(" "));

        assertThat(refused.exit()).as(refused.toString()).isEqualTo(2);
        assertThat(refused.err()).contains("./ashlar help tells more.");
        assertThat(refused.out()).isEmpty();
    }

    @Test
    void refusesToStartAServiceWithoutPostgreSql() {
        var refused = ashlar.run("start", "order-service");

        assertThat(refused.exit()).isEqualTo(1);
        assertThat(refused.err())
                .contains("order-service failed: it needs postgres, which does not run: ./ashlar start postgres");
    }
}
