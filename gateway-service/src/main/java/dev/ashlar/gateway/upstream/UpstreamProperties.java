package dev.ashlar.gateway.upstream;

import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * @param zone of this gateway, such as {@code eu-1a}. Instances of the same zone are preferred
 * @param dnsPeriod the time between two look-ups of a host name
 */
@Validated
@ConfigurationProperties("ashlar.upstreams")
record UpstreamProperties(@DefaultValue("") String zone,
        @DefaultValue("5s") @DurationMin(seconds = 1) @DurationMax(seconds = 60) Duration dnsPeriod) {}
