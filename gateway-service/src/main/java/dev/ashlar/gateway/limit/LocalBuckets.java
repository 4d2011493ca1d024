package dev.ashlar.gateway.limit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.ashlar.gateway.limit.TokenBuckets.TokenResult;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Token buckets in the memory of this gateway, for the time without the cache Redis. Each gateway grants its share of a limit, so all
 * gateways together grant the limit if clients are spread evenly. Thread-safe.
 */
final class LocalBuckets {

    private static final int MAX_BUCKETS = 100_000;
    private static final double NANOS = 1e9;

    private final LongSupplier nanos;
    private final Cache<String, Bucket> buckets = Caffeine.newBuilder().maximumSize(MAX_BUCKETS)
            .expireAfterAccess(Duration.ofHours(1)).build();

    /** @param nanos a clock, for tests */
    LocalBuckets(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /** @param gateways the number of gateways that share the limit */
    TokenResult take(RateLimitRules.Charge charge, int gateways) {
        var policy = charge.policy();
        var size = Math.max(1, policy.rateLimit().quota() / (double) gateways);
        var rate = policy.rate().doubleValue() / gateways;
        return buckets.get(policy.key(charge.subject()), _ -> new Bucket(size, nanos.getAsLong())).take(size, rate,
                nanos.getAsLong());
    }

    private static final class Bucket {

        private double tokens;
        private long at;

        Bucket(double tokens, long at) {
            this.tokens = tokens;
            this.at = at;
        }

        /** The same computation as in {@code limit/take.lua}. */
        synchronized TokenResult take(double size, double rate, long now) {
            tokens = Math.min(size, tokens + Math.max(0, now - at) / NANOS * rate);
            at = now;
            var granted = tokens >= 1;
            if (granted) {
                tokens--;
            }
            var left = (long) tokens;
            return new TokenResult(granted, left, Math.max(1, (long) Math.ceil((left + 1 - tokens) / rate)));
        }
    }
}
