package dev.ashlar.user.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.user.Api;
import dev.ashlar.user.UserServiceTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;

/** Nobody listens on port 1. */
@UserServiceTest
@TestPropertySource(properties = "ashlar.redis.sessions-url=redis://127.0.0.1:1")
@DirtiesContext
class SessionStoreAwayIT {

    @Autowired
    Api api;

    @Autowired
    JdbcClient jdbc;

    @Test
    void accountsAreStillMade() {
        api.somebody();
    }

    @Test
    void nobodyIsGivenASession() {
        var person = api.somebody();

        var answer = api.logIn(person.email(), person.password()).is(503);

        assertThat(answer.header("Retry-After")).isNotEmpty();
        assertThat(jdbc.sql("SELECT count(*) FROM sessions WHERE user_id = ?").param(person.id()).query(Long.class)
                .single()).isZero();
    }

    @Test
    void nobodyGuessesUncounted() {
        api.logIn(api.somebody().email(), "a wrong guess of it").is(503);
    }
}
