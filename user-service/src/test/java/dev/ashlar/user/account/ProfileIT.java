package dev.ashlar.user.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.testing.ServiceResponse;
import dev.ashlar.user.Api;
import dev.ashlar.user.Tokens;
import dev.ashlar.user.UserServiceTest;
import java.util.Collections;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

@UserServiceTest
class ProfileIT {

    @Autowired
    Api api;

    @Autowired
    StringRedisTemplate cacheRedis;

    @Autowired
    JdbcClient jdbc;

    @Test
    void requiresASession() {
        var response = api.get("/api/v1/users/me", null).is(401);

        assertThat(response.header("WWW-Authenticate")).isEqualTo("Bearer");
    }

    @Test
    void isPrivateAndHasAnETag() {
        var response = api.me(api.signInNewUser()).is(200);

        assertThat(response.header("ETag")).isEqualTo("\"1\"");
        assertThat(response.header("Cache-Control")).contains("no-store");
    }

    @Test
    void returns304ForTheCurrentETag() {
        api.get("/api/v1/users/me", api.signInNewUser(), "If-None-Match", "\"1\"").is(304);
    }

    @Test
    void isCachedForOneHour() {
        var person = api.registerUser();
        api.me(api.signIn(person)).is(200);

        assertThat(cacheRedis.getExpire("user:" + person.id())).isBetween(3_590L, 3_600L);
    }

    @Test
    void showsAChangeAtOnce() {
        var caller = api.signInNewUser();
        api.me(caller).is(200);

        var changed = rename(caller, "Some Two").is(200);
        assertThat(changed.text("name")).isEqualTo("Some Two");
        assertThat(changed.header("ETag")).isEqualTo("\"2\"");
        assertThat(api.me(caller).json()).isEqualTo(changed.json());
    }

    @Test
    void refusesANullName() {
        var caller = api.signInNewUser();

        api.send("PATCH", "/api/v1/users/me", caller, Collections.singletonMap("name", null)).is(400);
        assertThat(api.me(caller).is(200).text("name")).isEqualTo("Some One");
    }

    @Test
    void keepsItsVersionWhenNothingChanges() {
        var caller = api.signInNewUser();

        assertThat(rename(caller, "Some One").is(200).header("ETag")).isEqualTo("\"1\"");
        assertThat(api.send("PATCH", "/api/v1/users/me", caller, Map.of()).is(200).header("ETag")).isEqualTo("\"1\"");
    }

    @Test
    void refusesAChangeWithAStaleIfMatch() {
        var caller = api.signInNewUser();

        rename(caller, "First", "If-Match", "\"1\"").is(200);
        rename(caller, "Second", "If-Match", "\"1\"").is(412);
        assertThat(api.me(caller).text("name")).isEqualTo("First");
    }

    @Test
    void reportsItsCacheInTheReadinessCheck() {
        assertThat(api.get("/health/ready", null).is(200).json().at("/checks/redis_cache/status").asString())
                .isEqualTo("up");
    }

    @Test
    void refusesControlCharacters() {
        rename(api.signInNewUser(), "Some\u0000One").refuses("name");
    }

    @Test
    void isVisibleByIdToItsOwnerOnly() {
        var person = api.registerUser();
        var path = "/api/v1/users/" + person.id();

        api.get(path, api.signIn(person)).is(200);
        api.get(path, api.signInNewUser()).is(404);
        api.get("/api/v1/users/" + UUID.randomUUID(), api.signIn(person)).is(404);
    }

    @Test
    void isDeletedTogetherWithItsSessions() {
        var person = api.registerUser();
        var caller = api.signIn(person);
        api.me(caller).is(200);

        api.delete("/api/v1/users/me", caller).is(204);

        api.me(caller).is(401);
        api.refresh(caller.refreshToken()).is(401);
        api.logIn(person.email(), person.password()).is(401);
        assertThat(cacheRedis.hasKey("user:" + person.id())).isFalse();
        assertThat(jdbc.sql("SELECT count(*) FROM users WHERE id = ?").param(person.id()).query(Long.class).single())
                .isZero();
    }

    private ServiceResponse rename(Tokens caller, String name, String... headers) {
        return api.send("PATCH", "/api/v1/users/me", caller, Map.of("name", name), headers);
    }
}
