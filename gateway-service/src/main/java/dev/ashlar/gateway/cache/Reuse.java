package dev.ashlar.gateway.cache;

import java.time.Duration;
import java.time.Instant;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.HttpRequest;

/** Whether a stored response may answer a request (RFC 9111, section 4, and RFC 5861). */
enum Reuse {
    /** Fresh, or as stale as the request allows. */
    YES,
    /** Stale, but the origin allows it while the gateway fetches a fresh response. */
    WHILE_REVALIDATING,
    /** Only after the origin has confirmed it. */
    AFTER_VALIDATION;

    static Reuse of(StoredResponse stored, HttpRequest request, Instant now) {
        var demands = demands(request);
        var policy = stored.policy();
        var remaining = stored.freshness().remaining(stored.received(), now);
        if (demands.has("no-cache") || policy.alwaysValidates()
                || request.containsHeader(HttpHeaders.AUTHORIZATION) && !policy.allowsAuthorization()
                || exceeds(stored.freshness().age(stored.received(), now), demands, "max-age")
                || demands.has("min-fresh")
                        && remaining.compareTo(Duration.ofSeconds(demands.seconds("min-fresh").orElse(0))) < 0) {
            return AFTER_VALIDATION;
        }
        if (remaining.isPositive()) {
            return YES;
        }
        if (policy.forbidsStale()) {
            return AFTER_VALIDATION;
        }
        var staleness = remaining.negated();
        if (demands.hasForAll("max-stale") || within(staleness, demands, "max-stale")) {
            return YES;
        }
        return within(staleness, policy.directives(), "stale-while-revalidate") ? WHILE_REVALIDATING : AFTER_VALIDATION;
    }

    /** True if a stale response may be used because the origin fails. */
    static boolean onError(StoredResponse stored, HttpRequest request, Instant now) {
        var staleness = stored.freshness().remaining(stored.received(), now).negated();
        return !stored.policy().forbidsStale() && !demands(request).has("no-cache")
                && (!request.containsHeader(HttpHeaders.AUTHORIZATION) || stored.policy().allowsAuthorization())
                && (within(staleness, stored.policy().directives(), "stale-if-error")
                        || within(staleness, demands(request), "stale-if-error"));
    }

    static Directives demands(HttpRequest request) {
        var demands = Directives.of(request, HttpHeaders.CACHE_CONTROL);
        return demands.isEmpty() && !request.containsHeader(HttpHeaders.CACHE_CONTROL)
                ? Directives.of(request, HttpHeaders.PRAGMA)
                : demands;
    }

    private static boolean exceeds(Duration age, Directives directives, String name) {
        return directives.has(name) && !within(age, directives, name);
    }

    private static boolean within(Duration time, Directives directives, String name) {
        var limit = directives.seconds(name);
        return limit.isPresent() && time.compareTo(Duration.ofSeconds(limit.getAsLong())) <= 0;
    }
}
