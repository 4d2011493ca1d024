package dev.ashlar.gateway.cache;

import java.net.URI;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.HttpResponse;

/** Asks the origin whether a stored response is still right (RFC 9111, section 4.3). */
final class Validation {

    private static final Set<String> OF_THE_CLIENT = Set.of("if-none-match", "if-modified-since", "range", "if-range");

    private Validation() {}

    static HttpUriRequestBase request(HttpUriRequestBase request, StoredResponse stored) {
        var conditional = unconditional(request);
        var etag = stored.etag();
        if (etag != null) {
            conditional.setHeader(HttpHeaders.IF_NONE_MATCH, etag);
        }
        var modified = Fields.first(stored.headers(), HttpHeaders.LAST_MODIFIED);
        if (modified != null) {
            conditional.setHeader(HttpHeaders.IF_MODIFIED_SINCE, modified);
        }
        return conditional;
    }

    /** A copy that was not sent yet, for the whole response. */
    static HttpUriRequestBase unconditional(HttpUriRequestBase request) {
        var copy = new HttpUriRequestBase(request.getMethod(), URI.create("/"));
        copy.setScheme(request.getScheme());
        copy.setAuthority(request.getAuthority());
        copy.setPath(request.getPath());
        Arrays.stream(request.getHeaders())
                .filter(header -> !OF_THE_CLIENT.contains(header.getName().toLowerCase(Locale.ROOT)))
                .forEach(copy::addHeader);
        return copy;
    }

    /** True if a 304 is about the stored response. A 304 without validators is. */
    static boolean confirms(StoredResponse stored, HttpResponse response) {
        var etag = Fields.first(response, HttpHeaders.ETAG);
        return etag == null || stored.etag() == null || etag.equals(stored.etag());
    }

    /** True if a response to HEAD is about the stored response (RFC 9111, section 4.3.5). */
    static boolean fits(StoredResponse stored, HttpResponse head) {
        var length = Fields.first(head, HttpHeaders.CONTENT_LENGTH);
        var modified = Fields.first(head, HttpHeaders.LAST_MODIFIED);
        return head.getCode() == stored.status() && confirms(stored, head)
                && (length == null || length.equals(Integer.toString(stored.body().length)))
                && (modified == null || modified.equals(Fields.first(stored.headers(), HttpHeaders.LAST_MODIFIED)));
    }
}
