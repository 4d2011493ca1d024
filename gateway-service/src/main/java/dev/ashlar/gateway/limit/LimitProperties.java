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
 * @param enabled false disables all rate limits
 * @param userRead for each user: GET, HEAD and OPTIONS
 * @param userWrite for each user: all other methods
 * @param anonymousRead for each address: requests without a valid token
 * @param signIn for each address: registrations, sign-ins and refreshes
 */
@Validated
@ConfigurationProperties("ashlar.limits")
record LimitProperties(boolean enabled, @NotNull @Valid Bucket userRead, @NotNull @Valid Bucket userWrite,
        @NotNull @Valid Bucket anonymousRead, @NotNull @Valid Bucket signIn) {

    /**
     * A token bucket.
     *
     * @param rate the number of tokens added per second
     * @param burst the number of tokens in a full bucket
     */
    record Bucket(@NotNull @DecimalMin("0.001") @DecimalMax("1000000") BigDecimal rate,
            @Min(1) @Max(1_000_000) int burst) {}
}
