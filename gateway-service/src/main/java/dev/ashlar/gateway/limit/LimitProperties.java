package dev.ashlar.gateway.limit;

import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * How much is allowed, and whether anything is limited at all.
 *
 * @param userRead of each user, for GET, HEAD and OPTIONS
 * @param userWrite of each user, for all else
 * @param anonymousRead of each address, for all that comes without a valid token
 * @param signIn of each address, for registrations, log-ins and refreshes
 */
@Validated
@ConfigurationProperties("ashlar.limits")
record LimitProperties(boolean enabled, @NotNull @Valid Bucket userRead, @NotNull @Valid Bucket userWrite,
        @NotNull @Valid Bucket anonymousRead, @NotNull @Valid Bucket signIn) {

    /**
     * A token bucket.
     *
     * @param rate tokens that it gains a second
     * @param burst tokens that it holds when full
     */
    record Bucket(@NotNull @DecimalMin("0.001") @DecimalMax("1000000") BigDecimal rate,
            @Min(1) @Max(1_000_000) int burst) {}
}
