package dev.ashlar.order;

import jakarta.validation.constraints.Positive;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * @param pendingTimeout a pending order that is older is rejected
 * @param outboxLimit events in the outbox above which new orders are refused
 * @param outboxAgeLimit age of the oldest event in the outbox above which new orders are refused
 */
@Validated
@ConfigurationProperties("ashlar.order")
record OrderProperties(
        @DefaultValue("24h") @DurationMin(minutes = 1, message = "ORDER_PENDING_TIMEOUT must be a minute or more") Duration pendingTimeout,
        @DefaultValue("100000") @Positive(message = "ORDER_OUTBOX_LIMIT must be 1 or more") long outboxLimit,
        @DefaultValue("1h") @DurationMin(seconds = 1, message = "ORDER_OUTBOX_AGE_LIMIT must be a second or more") Duration outboxAgeLimit) {}
