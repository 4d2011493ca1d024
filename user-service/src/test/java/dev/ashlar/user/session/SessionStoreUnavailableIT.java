package dev.ashlar.user.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.user.Api;
import dev.ashlar.user.UserServiceTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;

/** No process listens on port 1. */
@UserServiceTest
@TestPropertySource(properties = "ashlar.redis.sessions-url=redis://127.0.0.1:1")
@DirtiesContext
class SessionStoreUnavailableIT {

    @Autowired
    Api api;

    @Autowired
    JdbcClient jdbc;

    @Test
    void registersAccounts() {
        api.registerUser();
    }

    @Test
    void refusesLogInsWith503AndStoresNoSession() {
        var person = api.registerUser();

        var response = api.logIn(person.email(), person.password()).is(503);

        assertThat(response.header("Retry-After")).isNotEmpty();
        assertThat(jdbc.sql("SELECT count(*) FROM sessions WHERE user_id = ?").param(person.id()).query(Long.class)
                .single()).isZero();
    }

    @Test
    void refusesWrongPasswordsWith503() {
        api.logIn(api.registerUser().email(), "a wrong guess of it").is(503);
    }
}
