package dev.ashlar.localstack.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.ashlar.process.Signal;

/** The script works with any variables of the shell. {@code ApplicationTest} tests that services do not get them. */
class ShellIT {

    @TempDir
    private Path folder;
    private Script ashlar;

    @AfterEach
    void leaveNothingRunning() {
        ashlar.run("down");
    }

    /** The path of the repository contains a space, a comma and a non-ASCII letter. The umask is 077. */
    @Test
    void canNotBreakTheInfrastructure() throws Exception {
        ashlar = new Script(folder.resolve("b c, d")).with("HOME", null)
                .with("LC_ALL", "xx_XX.UTF-8")
                .with("LANG", "fa_IR.UTF-8")
                .with("JAVA_TOOL_OPTIONS", "-Duser.language=ar -Duser.country=EG -Duser.extensions=u-nu-arab")
                .with("JDK_JAVA_OPTIONS", "-XX:+NoSuchOption")
                .with("_JAVA_OPTIONS", "-Xmx2m")
                .with("CLASSPATH", "/nowhere")
                .with("http_proxy", "http://127.0.0.1:1")
                .with("HTTP_PROXY", "http://127.0.0.1:1")
                .with("PGUSER", "nobody")
                .with("PGDATA", "/nowhere")
                .with("KAFKA_OPTS", "-XX:+NoSuchOption")
                .with("SPRING_DATASOURCE_URL", "jdbc:postgresql://127.0.0.1:1/other");

        var started = ashlar.run("start", "postgres", "redis-cache", "kafka", "smtp", "s3");

        assertThat(started.exit()).as(started.toString()).isZero();
        assertThat(ashlar.status("postgres").path("port").asInt()).isEqualTo(25432 + ashlar.offset());
        assertThat(ashlar.state("kafka")).isEqualTo("ready");
        assertThat(ashlar.run("topics").out()).startsWith("TOPIC");
        assertThatTopicsEndsWithItsReader();
        assertThat(ashlar.run("logs", "-n", "1").exit()).isZero();
        assertThat(ashlar.run("down").exit()).isZero();
    }

    private void assertThatTopicsEndsWithItsReader() throws Exception {
        try (var admin = Admin.create(Map.of("bootstrap.servers", "127.0.0.1:" + (29092 + ashlar.offset())))) {
            admin.createTopics(List.of(new NewTopic("orders", 1, (short) 1))).all().get();
        }
        var topics = ashlar.start("topics", "orders", "--from", "END");
        await().atMost(Duration.ofSeconds(60)).until(() -> topics.output().contains("Waiting for what comes"));
        var reader = topics.process().children().toList();
        assertThat(reader).hasSize(1);

        topics.process().destroy();

        assertThat(topics.process().waitFor(60, TimeUnit.SECONDS)).isTrue();
        await().atMost(Duration.ofSeconds(20)).until(() -> reader.stream().allMatch(Signal::isGone));
    }

    @ParameterizedTest
    @CsvSource({"LC_ALL, C", "JAVA_TOOL_OPTIONS, -Xmx1m", "HOME, ''"})
    void canNotBreakTheCommandLine(String variable, String value) {
        ashlar = new Script(folder).with(variable, value);

        assertThat(ashlar.status("kafka").path("port").asInt()).isEqualTo(29092 + ashlar.offset());
    }

    @Test
    void mayNameAJre() throws IOException {
        var java = Files.createDirectories(folder.resolve("jre/bin")).resolve("java");
        Files.writeString(java, "#!/bin/sh\nexit 9\n");
        java.toFile().setExecutable(true);
        Files.writeString(folder.resolve("jre/release"), "JAVA_VERSION=\"25.0.1\"\n");
        ashlar = new Script(folder).with("JAVA_HOME", folder.resolve("jre").toString());

        assertThat(ashlar.run("status").exit()).isZero();
    }

    @Test
    void isNotNeededForHelp() {
        ashlar = new Script(folder);

        assertThat(ashlar.run("help").out()).contains("./ashlar COMMAND");
        assertThat(ashlar.run("help", "restart").out()).contains("--stale");
        assertThat(ashlar.run("up", "--help").out()).contains("--scale");
        assertThat(ashlar.run("--version").out()).matches("ashlar \\S+\\n");
    }
}
