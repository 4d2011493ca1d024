package dev.ashlar.gateway.cache;

import java.time.Instant;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.apache.hc.client5.http.utils.DateUtils;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.message.BasicHeader;
import org.apache.hc.core5.http.message.HeaderGroup;

/** Makes stored responses: from a response, and from a stored one that the origin has confirmed (RFC 9111, section 3.2). */
final class StoredResponses {

    /** A confirmation has no body, so these would not fit the stored body. */
    private static final Set<String> NOT_UPDATED = Set.of("content-length", "content-encoding", "content-range",
            "set-cookie", "transfer-encoding");

    private StoredResponses() {}

    /** The head of a response. Empty if no other request may get it ({@code Vary: *}). */
    static Optional<StoredResponse> of(CacheKey key, HttpRequest request, HttpResponse response, Instant sent,
            Instant received) {
        var policy = CachePolicy.of(response);
        var headers = dated(Fields.storable(response, policy.privateFields()), received);
        return Vary.selecting(headers, request)
                .map(selecting -> new StoredResponse(response.getCode(), String.valueOf(response.getReasonPhrase()),
                        headers, new byte[0], selecting, Tags.of(key, response), policy,
                        Freshness.of(policy, response, response.getCode(), sent, received), received));
    }

    private static HeaderGroup dated(HeaderGroup headers, Instant received) {
        if (!headers.containsHeader(HttpHeaders.DATE)) {
            headers.addHeader(new BasicHeader(HttpHeaders.DATE, DateUtils.formatStandardDate(received)));
        }
        return headers;
    }

    /** The stored response with the fields of a 304 or of a response to HEAD. */
    static StoredResponse confirmed(CacheKey key, HttpRequest request, StoredResponse stored, HttpResponse response,
            Instant sent, Instant received) {
        var without = new HashSet<>(NOT_UPDATED);
        without.addAll(CachePolicy.of(response).privateFields());
        var fresh = Fields.storable(response, without);
        var replaced = new HashSet<String>();
        for (var header : fresh.getHeaders()) {
            replaced.add(lower(header));
        }
        replaced.add("date");
        var headers = new HeaderGroup();
        for (var header : stored.headers().getHeaders()) {
            if (!replaced.contains(lower(header))) {
                headers.addHeader(header);
            }
        }
        for (var header : fresh.getHeaders()) {
            headers.addHeader(header);
        }
        var policy = CachePolicy.of(headers);
        var freshness = Freshness.of(policy, withAge(dated(headers, received), response), stored.status(), sent,
                received);
        return new StoredResponse(stored.status(), stored.reason(), headers, stored.body(),
                Vary.selecting(headers, request).orElse(stored.selecting()), Tags.of(key, headers), policy, freshness,
                received);
    }

    private static HeaderGroup withAge(HeaderGroup headers, HttpResponse response) {
        var all = new HeaderGroup();
        all.setHeaders(headers.getHeaders());
        for (var age : response.getHeaders(HttpHeaders.AGE)) {
            all.addHeader(age);
        }
        return all;
    }

    private static String lower(Header header) {
        return header.getName().toLowerCase(Locale.ROOT);
    }
}
