package dev.ashlar.infrastructure.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RedisUsersTest {

    @ParameterizedTest
    @ValueSource(strings = {"redis-sessions", "redis-cache"})
    void hasAUserForEveryService(String instance) throws IOException {
        assertThat(users(instance).file().lines())
                .startsWith("user default on nopass ~* &* +@all")
                .hasSize(1 + TopicAccess.SERVICES.size());
        assertThat(TopicAccess.SERVICES).allSatisfy(access -> assertThat(
                users(instance).file())
                .contains(
                        "user %s on #%s ".formatted(access.service(), RedisUsers.hash(passwordOf(access.service())))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"redis-sessions", "redis-cache"})
    void containsHashesInsteadOfPasswords(String instance) {
        assertThat(users(instance).file()).doesNotContain("password of ", "${");
    }

    private static RedisUsers users(String instance) {
        return new RedisUsers(instance, RedisUsersTest::passwordOf);
    }

    private static String passwordOf(String user) {
        return "password of " + user;
    }
}
