package dev.ashlar.infrastructure;

import dev.ashlar.process.Loopback;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.ashlar.infrastructure.access.Operators;
import dev.ashlar.infrastructure.access.RedisUsers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A Redis whose operators need a password, as it is where others than this machine reach it. */
class RedisPartIT {

    @TempDir
    Path home;

    private final InfrastructureSecrets secrets = new InfrastructureSecrets("superuser", "clients");
    private RedisPart part;
    private Process process;

    @BeforeEach
    void start() throws Exception {
        part = RedisPart.sessions(home.resolve("redis"), Binaries.ofThisUser(), Ports.free().redisSessions(), secrets);
        part.prepare();
        Files.writeString(home.resolve("redis/users.acl"),
                new RedisUsers("redis-sessions", user -> secrets.redis("redis-sessions", user))
                        .file(Operators.BY_PASSWORD));
        process = part.start(home.resolve("redis.log"));
        await().until(() -> !Loopback.isFree(part.port()));
    }

    @AfterEach
    void stop() {
        part.stopSignal().stop(process.toHandle(), Duration.ofSeconds(5));
    }

    @Test
    void turnsAwayWhoGivesNoPassword() {
        assertThat(answer("PING", "-NOAUTH")).isTrue();
    }

    @Test
    void letsAnOperatorInByPassword() {
        assertThat(answer("AUTH operator " + secrets.redis("redis-sessions", "operator"), "+OK")).isTrue();
        assertThat(answer("AUTH operator wrong", "-WRONGPASS")).isTrue();
    }

    @Test
    void letsAServiceInAsItself() {
        assertThat(answer("AUTH order-service " + secrets.redis("redis-sessions", "order-service"), "+OK")).isTrue();
    }

    private boolean answer(String command, String beginning) {
        return Loopback.answers(part.port(), (command + "\r\n").getBytes(US_ASCII),
                answer -> new String(answer.readNBytes(beginning.length()), US_ASCII).equals(beginning));
    }
}
