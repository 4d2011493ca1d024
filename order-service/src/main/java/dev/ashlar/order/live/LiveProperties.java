package dev.ashlar.order.live;

import jakarta.validation.constraints.Positive;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * @param maxStreams open streams of one instance
 * @param heartbeat pause after which an idle stream sends a comment
 */
@Validated
@ConfigurationProperties("ashlar.order.live")
record LiveProperties(@Positive int maxStreams, @DurationMin(millis = 10) Duration heartbeat) {}
