package dev.ashlar.user.account.events;

import dev.ashlar.messaging.Subscription;
import dev.ashlar.messaging.Topic;
import dev.ashlar.user.account.Profiles;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The topic, and this service's own interest in it: the second delete of a cached profile (ADR 9). */
@Configuration(proxyBeanMethods = false)
class UserMessaging {

    /** All that eviction needs of an event. */
    record Change(@NotNull UUID userId, @Min(1) long userVersion) {}

    @Bean
    Topic usersTopic() {
        return Topic.compacted(UserStream.TOPIC);
    }

    @Bean
    Subscription evictions(Profiles profiles) {
        return Subscription.toCompacted(UserStream.TOPIC)
                .on("user.changed", Change.class, change -> profiles.evict(change.userId(), change.userVersion()))
                .on("user.deleted", Change.class, change -> profiles.evict(change.userId(), change.userVersion()))
                .onTombstone(user -> profiles.evict(user, Long.MAX_VALUE));
    }
}
