package dev.ashlar.messaging;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Positive;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * What may pile up in the tables of messaging.
 *
 * @param outbox limits of the events that wait for Kafka
 * @param inboxRetention age from which it is forgotten that an event was handled
 */
@Validated
@ConfigurationProperties("ashlar.backlog")
record BacklogProperties(@Valid Limits outbox, @DurationMin(days = 1) Duration inboxRetention) {

    /**
     * Beyond either, the application is degraded.
     *
     * @param count of what waits
     * @param age of the oldest
     */
    record Limits(@Positive long count, @DurationMin(seconds = 1) Duration age) {}
}
