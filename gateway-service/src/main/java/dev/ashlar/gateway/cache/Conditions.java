package dev.ashlar.gateway.cache;

import java.util.Arrays;
import java.util.List;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.HttpRequest;

/** The conditions of a request (RFC 9110, section 13). */
final class Conditions {

    /** Only the origin can evaluate these (RFC 9111, section 4.3.2). */
    private static final List<String> FOR_THE_ORIGIN = List.of(HttpHeaders.IF_MATCH, HttpHeaders.IF_UNMODIFIED_SINCE);

    private Conditions() {}

    static boolean areForTheOrigin(HttpRequest request) {
        return FOR_THE_ORIGIN.stream().anyMatch(request::containsHeader);
    }

    static boolean isPresent(HttpRequest request) {
        return request.containsHeader(HttpHeaders.IF_NONE_MATCH)
                || request.containsHeader(HttpHeaders.IF_MODIFIED_SINCE);
    }

    /** True if the client has the stored response already, so 304 is enough. */
    static boolean notModified(HttpRequest request, StoredResponse stored) {
        if (stored.status() != 200) {
            return false;
        }
        if (request.containsHeader(HttpHeaders.IF_NONE_MATCH)) {
            var tags = Fields.combined(request, HttpHeaders.IF_NONE_MATCH);
            var etag = stored.etag();
            return tags.equals("*") || etag != null && contains(tags, etag);
        }
        var since = Fields.date(request, HttpHeaders.IF_MODIFIED_SINCE);
        var modified = Fields.date(stored.headers(), HttpHeaders.LAST_MODIFIED)
                .or(() -> Fields.date(stored.headers(), HttpHeaders.DATE));
        return since.isPresent() && modified.isPresent() && !modified.get().isAfter(since.get());
    }

    /** Weak comparison. An entity tag can contain commas, but not quotation marks. */
    private static boolean contains(String tags, String etag) {
        var opaque = opaque(etag);
        if (!opaque.startsWith("\"")) { // not quoted, which is an error of the origin
            return Arrays.stream(tags.split(",")).map(tag -> opaque(tag.strip())).anyMatch(opaque::equals);
        }
        for (var at = tags.indexOf('"'); at >= 0; at = tags.indexOf('"', tags.indexOf('"', at + 1) + 1)) {
            var end = tags.indexOf('"', at + 1);
            if (end < 0) {
                return false;
            }
            if (tags.substring(at, end + 1).equals(opaque)) {
                return true;
            }
        }
        return false;
    }

    private static String opaque(String etag) {
        return etag.startsWith("W/") ? etag.substring(2) : etag;
    }
}
