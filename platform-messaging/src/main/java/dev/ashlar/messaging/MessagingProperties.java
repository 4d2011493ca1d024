package dev.ashlar.messaging;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Positive;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of the block. All defaults are in {@code messaging-defaults.yml}.
 *
 * @param partitions of a new topic; the number of instances that can share its work
 * @param replication copies of a new topic, at most the number of brokers
 * @param concurrency listener threads of one instance for each subscription
 * @param giveUpAfter how long an event is retried after ambiguous faults while the database works
 * @param replayRate dead letters that one instance replays in a second at most
 */
@Validated
@ConfigurationProperties("ashlar.messaging")
public record MessagingProperties(@Positive int partitions, @Positive short replication, @Positive int concurrency,
        Duration giveUpAfter, @Positive @Max(1_000) int replayRate, @Valid OutboxLimits outbox,
        @Valid InboxRetention inbox) {

    /**
     * The application is degraded if the outbox exceeds one of these limits.
     *
     * @param limit events in the outbox
     * @param ageLimit age of the oldest event
     */
    public record OutboxLimits(@Positive long limit, @DurationMin(seconds = 1) Duration ageLimit) {}

    /**
     * @param retention age at which an inbox row is deleted
     * @param cleanupInterval pause between two cleanups
     * @param cleanupBatch rows that one statement deletes at most
     */
    public record InboxRetention(@DurationMin(days = 1) Duration retention,
            @DurationMin(seconds = 1) Duration cleanupInterval, @Positive @Max(10_000) int cleanupBatch) {}
}
