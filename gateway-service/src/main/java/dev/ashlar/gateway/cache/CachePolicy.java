package dev.ashlar.gateway.cache;

import java.util.Set;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.MessageHeaders;

/**
 * What the origin demands of this cache. {@code CDN-Cache-Control} replaces {@code Cache-Control} and {@code Expires} (RFC 9213).
 *
 * @param directives the directives in force
 * @param client those of {@code Cache-Control}, which are for the caches behind this one if the field is targeted
 * @param targeted true if the directives are those of {@code CDN-Cache-Control}
 */
record CachePolicy(Directives directives, Directives client, boolean targeted) {

    /** Statuses whose caching rules this cache knows ({@code must-understand}). */
    private static final Set<Integer> UNDERSTOOD = Set.of(200, 201, 202, 203, 204, 205, 300, 301, 302, 303, 307, 308,
            400, 401, 402, 403, 404, 405, 406, 407, 408, 409, 410, 411, 412, 413, 414, 415, 416, 417, 421, 422, 426,
            428, 429, 431, 451, 500, 501, 502, 503, 504, 505);

    static CachePolicy of(MessageHeaders headers) {
        var client = Directives.of(headers, HttpHeaders.CACHE_CONTROL);
        return TargetedField.of(headers).map(targeted -> new CachePolicy(targeted, client, true))
                .orElseGet(() -> new CachePolicy(client, client, false));
    }

    /** True if the response must not be stored, whoever requests it. */
    boolean forbidsStoring(int status) {
        if (directives.has("must-understand")) {
            return !UNDERSTOOD.contains(status) || directives.hasForAll("private");
        }
        return directives.has("no-store") || directives.hasForAll("private");
    }

    /** True if a response to a request with {@code Authorization} is for all clients (RFC 9111, section 3.5). */
    boolean allowsAuthorization() {
        return allowsAuthorization(directives) || allowsAuthorization(client);
    }

    private static boolean allowsAuthorization(Directives directives) {
        return directives.has("public") || directives.has("s-maxage") || directives.has("must-revalidate");
    }

    /** True if no stale response may be used (RFC 9111, section 4.2.4). {@code s-maxage} includes {@code proxy-revalidate}. */
    boolean forbidsStale() {
        return directives.has("must-revalidate") || directives.has("proxy-revalidate") || directives.has("s-maxage")
                || alwaysValidates();
    }

    boolean alwaysValidates() {
        return directives.hasForAll("no-cache");
    }

    /** Fields that are for the first client only. */
    Set<String> privateFields() {
        return directives.fields("private");
    }

    /** Fields that a stored response may be used without. */
    Set<String> fieldsToValidate() {
        return directives.fields("no-cache");
    }
}
