package dev.ashlar.gateway.limit;

import dev.ashlar.chassis.web.RateLimit;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * One of the limits.
 *
 * @param rate tokens a second
 * @param told what callers hear of it: the burst is the quota, the time that an empty bucket takes to fill is the window
 */
record Policy(BigDecimal rate, RateLimit told) {

    static Policy of(String name, LimitProperties.Bucket bucket) {
        var burst = BigDecimal.valueOf(bucket.burst());
        var window = burst.divide(bucket.rate(), 0, RoundingMode.CEILING).longValueExact();
        return new Policy(bucket.rate(), new RateLimit(name, bucket.burst(), window));
    }

    String key(String whose) {
        return "limit:" + told.policy() + ":" + whose;
    }
}
