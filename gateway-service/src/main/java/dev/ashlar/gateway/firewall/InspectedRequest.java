package dev.ashlar.gateway.firewall;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The parts of a request that rules read. Used by one thread. */
final class InspectedRequest {

    /** Set by {@link RefusedRequestValve} on a request with more header fields than {@link BoundsRules} allows. */
    static final String MANY_HEADERS = InspectedRequest.class.getName() + ".manyHeaders";

    private static final String PLAIN = "/-_.~?&=,";

    private final HttpServletRequest request;
    private final String path;
    private final String query;
    private @Nullable String decoded;

    InspectedRequest(HttpServletRequest request) {
        this.request = request;
        this.path = Objects.requireNonNullElse(request.getRequestURI(), "");
        this.query = Objects.requireNonNullElse(request.getQueryString(), "");
    }

    /** Empty if the request line is malformed. */
    String method() {
        return Objects.requireNonNullElse(request.getMethod(), "");
    }

    /** The path as the client sent it. */
    String path() {
        return path;
    }

    /** The query as the client sent it, without the question mark. */
    String query() {
        return query;
    }

    /** The decoded query. A run of spaces and SQL comments is one space. */
    String decodedQuery() {
        if (decoded == null) {
            decoded = isPlain(query) ? query : DecodedText.of(query);
        }
        return decoded;
    }

    String header(String name) {
        return Objects.requireNonNullElse(request.getHeader(name), "");
    }

    boolean hasManyHeaders() {
        return request.getAttribute(MANY_HEADERS) != null;
    }

    boolean isOfTheApi() {
        return path.startsWith("/api/");
    }

    /** True for letters, digits and separators that no encoding hides. */
    private static boolean isPlain(String text) {
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            var isLetterOrDigit = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
            if (!isLetterOrDigit && PLAIN.indexOf(c) < 0) {
                return false;
            }
        }
        return true;
    }
}
