package dev.ashlar.messaging;

import jakarta.validation.constraints.Positive;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How topics are made and read.
 *
 * @param partitions of a new topic: the most instances of a service that share its work
 * @param replication copies of a new topic, at most the number of brokers
 * @param concurrency listener threads of one instance for each subscription
 * @param giveUpAfter how long an event is retried whose effect the store refuses for an unclear reason while the store works
 */
@Validated
@ConfigurationProperties("ashlar.messaging")
record MessagingProperties(@Positive int partitions, @Positive short replication, @Positive int concurrency,
        @DefaultValue("10m") Duration giveUpAfter) {}
