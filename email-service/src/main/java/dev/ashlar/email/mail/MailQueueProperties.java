package dev.ashlar.email.mail;

import dev.ashlar.chassis.backlog.BacklogLimits;
import jakarta.validation.Valid;
import java.time.Duration;
import java.time.Instant;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * @param retention the age at which a sent or failed mail is deleted
 * @param limit the backlog of pending mails above which the service is degraded
 */
@Validated
@ConfigurationProperties("ashlar.mail-queue")
public record MailQueueProperties(@DurationMin(days = 1) Duration retention, @Valid BacklogLimits limit) {

    /** Longer than the clocks of two machines differ. */
    private static final Duration CLOCK_SKEW = Duration.ofHours(1);

    /** True if the mail about an event of this time may already have been sent and deleted. */
    public boolean mayHaveDeletedMailOf(Instant eventTime, Instant now) {
        return !eventTime.isAfter(now.minus(retention).plus(CLOCK_SKEW));
    }
}
