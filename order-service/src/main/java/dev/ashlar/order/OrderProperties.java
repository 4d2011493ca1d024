package dev.ashlar.order;

import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/** @param pendingTimeout a pending order that is older is rejected */
@Validated
@ConfigurationProperties("ashlar.order")
record OrderProperties(
        @DefaultValue("24h") @DurationMin(minutes = 1, message = "ORDER_PENDING_TIMEOUT must be a minute or more") Duration pendingTimeout) {}
