package dev.ashlar.user.account.events;

import dev.ashlar.messaging.Outbox;
import dev.ashlar.user.account.AccountEvents;
import dev.ashlar.user.account.Profile;
import java.time.Clock;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Writes topic {@code users} by way of the outbox (ADR 3). */
@Component
class UserStream implements AccountEvents {

    static final String TOPIC = "users";

    private final Outbox outbox;
    private final Clock clock;

    UserStream(Outbox outbox, Clock clock) {
        this.outbox = outbox;
        this.clock = clock;
    }

    @Override
    public void registered(Profile profile) {
        outbox.append(TOPIC, profile.id(), UserRegistered.of(profile, clock.instant()));
    }

    @Override
    public void changed(Profile profile) {
        outbox.append(TOPIC, profile.id(), UserChanged.of(profile, clock.instant()));
    }

    @Override
    public void deleted(UUID userId, long version) {
        outbox.append(TOPIC, userId, new UserDeleted(userId, version, clock.instant()));
        outbox.tombstone(TOPIC, userId);
    }
}
