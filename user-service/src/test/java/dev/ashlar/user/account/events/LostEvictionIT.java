package dev.ashlar.user.account.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.ashlar.testing.FaultProxy;
import dev.ashlar.user.Api;
import dev.ashlar.user.UserServiceTest;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The cache is unavailable during a change, so the eviction is lost, and the cache returns with the old value. */
@UserServiceTest
@DirtiesContext
class LostEvictionIT {

    private static final FaultProxy WIRE = FaultProxy.toCacheRedis();

    @Autowired
    Api api;

    @Autowired
    StringRedisTemplate cacheRedis;

    @DynamicPropertySource
    static void cacheByWire(DynamicPropertyRegistry properties) {
        properties.add("ashlar.redis.cache-url", WIRE::url);
    }

    @Test
    void isRepeatedWhenTheEventArrives() {
        var caller = api.signInNewUser();
        var key = "user:" + api.me(caller).is(200).id("id");
        assertThat(cacheRedis.opsForValue().get(key)).contains("Some One");

        WIRE.cut();
        api.send("PATCH", "/api/v1/users/me", caller, Map.of("name", "Another One")).is(200);
        assertThat(api.me(caller).is(200).text("name")).isEqualTo("Another One");
        WIRE.mend();

        await().ignoreExceptions()
                .until(() -> !String.valueOf(cacheRedis.opsForValue().get(key)).contains("Some One"));
        assertThat(api.me(caller).is(200).text("name")).isEqualTo("Another One");
    }
}
