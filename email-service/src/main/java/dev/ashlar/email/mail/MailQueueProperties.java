package dev.ashlar.email.mail;

import dev.ashlar.chassis.backlog.BacklogLimits;
import jakarta.validation.Valid;
import java.time.Duration;
import java.time.Instant;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * What the queue may hold.
 *
 * @param retention age from which a mail that was sent or has failed is deleted
 * @param limit of the mails that wait
 */
@Validated
@ConfigurationProperties("ashlar.mail-queue")
public record MailQueueProperties(@DurationMin(days = 1) Duration retention, @Valid BacklogLimits limit) {

    /** Whether a mail about what happened then may already have been sent and deleted. */
    public boolean isForgotten(Instant then, Instant now) {
        return !then.isAfter(now.minus(retention).plus(MARGIN));
    }

    /** More than the clocks of two machines differ by. */
    private static final Duration MARGIN = Duration.ofHours(1);
}
