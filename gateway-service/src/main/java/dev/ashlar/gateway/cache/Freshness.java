package dev.ashlar.gateway.cache;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.MessageHeaders;

/**
 * How long a response is fresh (RFC 9111, section 4.2).
 *
 * @param lifetime after the origin made the response
 * @param initialAge the age when the gateway received the response
 * @param explicit false if the lifetime is a guess
 */
record Freshness(Duration lifetime, Duration initialAge, boolean explicit) {

    private static final Set<Integer> HEURISTIC = Set.of(200, 203, 204, 300, 301, 308, 404, 405, 410, 414, 501);
    private static final int HEURISTIC_FRACTION = 10;
    private static final Duration MAX_HEURISTIC = Duration.ofDays(1);

    static Freshness of(CachePolicy policy, MessageHeaders headers, int status, Instant sent, Instant received) {
        var date = Fields.date(headers, HttpHeaders.DATE).orElse(received);
        var age = initialAge(headers, date, sent, received);
        var directives = policy.directives();
        var seconds = directives.has("s-maxage") ? directives.seconds("s-maxage") : directives.seconds("max-age");
        if (seconds.isPresent()) {
            return new Freshness(Duration.ofSeconds(seconds.getAsLong()), age, true);
        }
        if (!policy.targeted() && headers.containsHeader(HttpHeaders.EXPIRES)) {
            var expires = Fields.date(headers, HttpHeaders.EXPIRES);
            return new Freshness(expires.map(at -> Duration.between(date, at)).orElse(Duration.ZERO), age, true);
        }
        return new Freshness(heuristic(policy, headers, status, date), age, false);
    }

    private static Duration heuristic(CachePolicy policy, MessageHeaders headers, int status, Instant date) {
        var modified = Fields.date(headers, HttpHeaders.LAST_MODIFIED);
        if (modified.isEmpty() || !isHeuristic(policy, status)) {
            return Duration.ZERO;
        }
        var guess = Duration.between(modified.get(), date).dividedBy(HEURISTIC_FRACTION);
        return guess.compareTo(MAX_HEURISTIC) > 0 ? MAX_HEURISTIC : guess;
    }

    /** True if a response without explicit lifetime may be stored. */
    static boolean isHeuristic(CachePolicy policy, int status) {
        return HEURISTIC.contains(status) || policy.directives().has("public");
    }

    private static Duration initialAge(MessageHeaders headers, Instant date, Instant sent, Instant received) {
        var apparent = Math.max(0, received.getEpochSecond() - date.getEpochSecond());
        var corrected = age(headers).plus(Duration.between(sent, received));
        return corrected.toSeconds() > apparent ? corrected : Duration.ofSeconds(apparent);
    }

    /** The first member counts, and an invalid field is ignored (RFC 9111, section 5.1). */
    private static Duration age(MessageHeaders headers) {
        var first = Fields.combined(headers, HttpHeaders.AGE).split(",", 2)[0].strip();
        return Duration.ofSeconds(Directives.parseSeconds(first).orElse(0));
    }

    Duration age(Instant received, Instant now) {
        var resident = Duration.between(received, now);
        return resident.isNegative() ? initialAge : initialAge.plus(resident);
    }

    /** Negative while the response is stale. */
    Duration remaining(Instant received, Instant now) {
        return lifetime.minus(age(received, now));
    }
}
