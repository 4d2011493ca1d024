package dev.ashlar.user.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.user.Api;
import dev.ashlar.user.UserServiceTest;
import java.io.IOException;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The session Redis goes away while the service runs: a client that was connected fails otherwise than a new one. */
@UserServiceTest
@DirtiesContext
class SessionStoreLostIT {

    private static final Relay WIRE = wire();

    @Autowired
    Api api;

    @DynamicPropertySource
    static void sessionsByWire(DynamicPropertyRegistry properties) {
        properties.add("ashlar.redis.sessions-url", () -> "redis://127.0.0.1:" + WIRE.port());
    }

    @TestConfiguration(proxyBeanMethods = false)
    static class Wiring {

        @Bean
        static BeanFactoryPostProcessor wireEnd(Environment environment) {
            return _ -> WIRE.to(URI.create(environment.getRequiredProperty("REDIS_SESSIONS_URL")));
        }
    }

    @Test
    void everythingThatNeedsItAnswers503() {
        var person = api.somebody();
        var session = api.signIn(person);
        WIRE.cut();

        assertThat(api.logIn(person.email(), person.password()).is(503).header("Retry-After")).isNotEmpty();
        api.refresh(session.refreshToken()).is(503);
        api.me(session).is(503);
        api.delete("/api/v1/sessions", session).is(503);
        api.somebody();
    }

    private static Relay wire() {
        try {
            return new Relay();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
