package dev.ashlar.chassis.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.ashlar.testing.FaultProxy;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.dao.DataAccessException;

class RedisTlsIT {

    @TempDir
    private static Path folder;

    private static TlsFront front;

    @BeforeAll
    static void start() throws Exception {
        front = TlsFront.before(FaultProxy.toSessionRedis().url(), folder);
    }

    @AfterAll
    static void stop() throws Exception {
        front.close();
    }

    @Test
    void connectsIfTheCertificateIsTrusted() {
        application(front.url("127.0.0.1"), front.certificate().toString()).run(context -> {
            var redis = context.getBean("sessionRedis", GuardedRedis.class);
            redis.ping();
            assertThat(redis.hasKey("session:none")).isFalse();
        });
    }

    @Test
    void refusesACertificateThatIsNotTrusted() {
        refuses(front.url("127.0.0.1"), "");
    }

    @Test
    void refusesACertificateOfAnotherHost() {
        refuses(front.url("localhost"), front.certificate().toString());
    }

    private static void refuses(String url, String trust) {
        application(url, trust).run(context -> assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(context.getBean("sessionRedis", GuardedRedis.class)::ping));
    }

    private static ApplicationContextRunner application(String url, String trust) {
        return new ApplicationContextRunner().withConfiguration(AutoConfigurations.of(RedisConfiguration.class))
                .withPropertyValues("ashlar.redis.sessions-url=" + url, "ashlar.redis.cache-url=" + url,
                        "ashlar.redis.trust=" + trust);
    }
}
