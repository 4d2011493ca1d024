package dev.ashlar.infrastructure;

import dev.ashlar.process.Loopback;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
        process = part.start(home.resolve("redis.log"));
        await().until(() -> !Loopback.isFree(part.port()));
    }

    @AfterEach
    void stop() {
        part.stopSignal().stop(process.toHandle(), Duration.ofSeconds(5));
    }

    @Test
    void letsAServiceLogInWithItsAccount() {
        assertThat(answer("AUTH order-service " + secrets.redis("redis-sessions", "order-service"), "+OK")).isTrue();
        assertThat(answer("AUTH order-service wrong", "-WRONGPASS")).isTrue();
    }

    private boolean answer(String command, String beginning) {
        return Loopback.answers(part.port(), (command + "\r\n").getBytes(US_ASCII),
                answer -> new String(answer.readNBytes(beginning.length()), US_ASCII).equals(beginning));
    }
}
