package dev.ashlar.gateway.cache;

import java.util.Locale;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http.HttpResponse;

/** Decides whether a response may be stored (RFC 9111, section 3). */
final class StorageRules {

    private static final String EVENT_STREAM = "text/event-stream";

    private StorageRules() {}

    static boolean allow(HttpRequest request, HttpResponse response, CachePolicy policy, Freshness freshness) {
        var status = response.getCode();
        return request.getMethod().equals("GET") && isComplete(status) && !isPersonal(response)
                && !Directives.of(request, HttpHeaders.CACHE_CONTROL).has("no-store") && !policy.forbidsStoring(status)
                && (!request.containsHeader(HttpHeaders.AUTHORIZATION) || policy.allowsAuthorization())
                && (freshness.explicit() || Freshness.isHeuristic(policy, status))
                && isUseful(response, policy, freshness);
    }

    private static boolean isComplete(int status) {
        return status >= 200 && status != 206 && status != 304;
    }

    /** Stricter than RFC 9111: a cookie is for one client. */
    private static boolean isPersonal(HttpResponse response) {
        var type = Fields.first(response, HttpHeaders.CONTENT_TYPE);
        return response.containsHeader(HttpHeaders.SET_COOKIE)
                || type != null && type.toLowerCase(Locale.ROOT).startsWith(EVENT_STREAM);
    }

    private static boolean isUseful(HttpResponse response, CachePolicy policy, Freshness freshness) {
        return freshness.lifetime().isPositive() || response.containsHeader(HttpHeaders.ETAG)
                || response.containsHeader(HttpHeaders.LAST_MODIFIED)
                || policy.directives().has("stale-while-revalidate") || policy.directives().has("stale-if-error");
    }
}
