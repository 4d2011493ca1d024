package dev.ashlar.chassis.messaging;

import dev.ashlar.chassis.backlog.BacklogLimits;
import jakarta.validation.Valid;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * What may pile up in the chassis' tables.
 *
 * @param outbox limits of the events that wait for Kafka
 * @param inboxRetention age from which it is forgotten that an event was handled
 */
@Validated
@ConfigurationProperties("ashlar.backlog")
record BacklogProperties(@Valid BacklogLimits outbox, @DurationMin(days = 1) Duration inboxRetention) {}
