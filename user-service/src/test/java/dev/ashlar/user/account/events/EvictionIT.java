package dev.ashlar.user.account.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.ashlar.testing.EventSchemas;
import dev.ashlar.testing.Events;
import dev.ashlar.testing.TestEvent;
import dev.ashlar.user.UserServiceTest;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.redis.core.StringRedisTemplate;

/** The second eviction of ADR 9: an event evicts a profile that the first eviction missed. */
@UserServiceTest
class EvictionIT {

    private static final UUID USER = UUID.fromString("019b8d6d-8716-78fb-ab21-1d512c85b9df");

    /** Its event has the same key, so its eviction proves that the earlier events were handled. */
    private static final UUID NEXT = UUID.fromString("019b8d6d-8716-78fb-ab21-1d512c85b9e0");

    @Autowired
    StringRedisTemplate cacheRedis;

    @ParameterizedTest
    @ValueSource(strings = {"user.changed", "user.deleted"})
    void evictsForAnEvent(String type) {
        cached(USER);

        Events.publish("users", TestEvent.of(type, USER, EventSchemas.example(type)));

        awaitEvictionOf(USER);
    }

    /** Compaction may leave only the tombstone. */
    @Test
    void evictsForATombstone() {
        cached(USER);

        Events.publish("users", TestEvent.of("tombstone", USER, null));

        awaitEvictionOf(USER);
    }

    @Test
    void ignoresADuplicateEvent() {
        var event = TestEvent.of("user.changed", USER, EventSchemas.example("user.changed"));
        cached(USER);
        Events.publish("users", event);
        awaitEvictionOf(USER);
        cached(USER);
        cached(NEXT);

        Events.publish("users", event);
        Events.publish("users", TestEvent.of("user.changed", USER, changed(NEXT)));

        awaitEvictionOf(NEXT);
        assertThat(cacheRedis.hasKey(key(USER))).isTrue();
    }

    @Test
    void evictsForAnEventAfterAPoisonousOne() {
        cached(USER);

        Events.publish("users", TestEvent.of("user.changed", USER, "{\"user_version\": \"none\"}"));
        Events.publish("users", TestEvent.of("user.changed", USER, EventSchemas.example("user.changed")));

        awaitEvictionOf(USER);
        await().untilAsserted(() -> assertThat(Events.on("users.user-service.dlt").ofSubject(USER)).hasSize(1));
    }

    private static String changed(UUID user) {
        return EventSchemas.example("user.changed").replace(USER.toString(), user.toString());
    }

    private void cached(UUID user) {
        cacheRedis.opsForValue().set(key(user), "{}");
    }

    private void awaitEvictionOf(UUID user) {
        await().untilAsserted(() -> assertThat(cacheRedis.hasKey(key(user))).isFalse());
    }

    private static String key(UUID user) {
        return "user:" + user;
    }
}
