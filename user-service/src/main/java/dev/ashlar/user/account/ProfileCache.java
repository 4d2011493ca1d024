package dev.ashlar.user.account;

import dev.ashlar.messaging.Subscription;
import dev.ashlar.user.UserId;
import dev.ashlar.user.account.events.UserTopic;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The second eviction of a changed profile from the cache (ADR 9). */
@Configuration(proxyBeanMethods = false)
class ProfileCache {

    /** The part of an event that an eviction needs. */
    record ChangedUser(@NotNull UUID userId, @Min(1) long userVersion) {}

    /** The service reads its own events: the eviction after the commit may have failed. */
    @Bean
    Subscription evictions(Accounts accounts) {
        return Subscription.toCompacted(UserTopic.NAME)
                .on("user.changed", ChangedUser.class, user -> evict(accounts, user))
                .on("user.deleted", ChangedUser.class, user -> evict(accounts, user))
                .onTombstone(id -> accounts.evict(new UserId(id), Long.MAX_VALUE));
    }

    private static void evict(Accounts accounts, ChangedUser user) {
        accounts.evict(new UserId(user.userId()), user.userVersion());
    }
}
