package dev.ashlar.chassis.redis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.chassis.health.HealthCheck;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class RedisConfigurationTest {

    private final ApplicationContextRunner service = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(RedisConfiguration.class))
            .withPropertyValues("ashlar.redis.sessions-url=redis://127.0.0.1:9",
                    "ashlar.redis.cache-url=redis://127.0.0.1:9");

    @Test
    void opensAndChecksTheSessionRedisOnly() {
        service.run(context -> {
            assertThat(context).getBeanNames(GuardedRedis.class).containsExactly("sessionRedis");
            assertThat(context.getBean(HealthCheck.class).name()).isEqualTo("redis_sessions");
        });
    }

    @Test
    void opensAndChecksTheCacheRedisForAServiceThatImportsIt() {
        service.withUserConfiguration(CacheRedisConfiguration.class).run(context -> {
            assertThat(context).getBeanNames(GuardedRedis.class).containsExactlyInAnyOrder("sessionRedis",
                    "cacheRedis");
            assertThat(context.getBeansOfType(HealthCheck.class).values()).extracting(HealthCheck::name)
                    .containsExactlyInAnyOrder("redis_sessions", "redis_cache");
        });
    }
}
