package dev.ashlar.gateway.limit;

import dev.ashlar.chassis.web.RateLimitHeaders;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * @param rate the number of tokens added per second
 * @param rateLimit for the response headers. The quota is the burst. The window is the time to fill an empty bucket, in seconds
 */
record RateLimitPolicy(BigDecimal rate, RateLimitHeaders rateLimit) {

    static RateLimitPolicy of(String name, LimitProperties.Bucket bucket) {
        var burst = BigDecimal.valueOf(bucket.burst());
        var window = burst.divide(bucket.rate(), 0, RoundingMode.CEILING).longValueExact();
        return new RateLimitPolicy(bucket.rate(), new RateLimitHeaders(name, bucket.burst(), window));
    }

    String key(String subject) {
        return "limit:" + rateLimit.policy() + ":" + subject;
    }
}
