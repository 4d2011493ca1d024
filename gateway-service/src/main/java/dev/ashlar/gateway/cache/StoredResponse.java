package dev.ashlar.gateway.cache;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http.message.HeaderGroup;
import org.jspecify.annotations.Nullable;

/**
 * A response in the cache. Immutable: nothing changes the headers after construction.
 *
 * @param selecting the request fields of {@code Vary} with their values
 * @param tags by which a purge finds the response
 * @param received when the gateway received the response, or validated it last
 */
record StoredResponse(int status, String reason, HeaderGroup headers, byte[] body, Map<String, String> selecting,
        Set<String> tags, CachePolicy policy, Freshness freshness, Instant received) {

    /** An estimate of the memory for objects. */
    private static final int OVERHEAD = 512;
    private static final int OVERHEAD_OF_A_FIELD = 96;

    StoredResponse withBody(byte[] complete) {
        return new StoredResponse(status, reason, headers, complete, selecting, tags, policy, freshness, received);
    }

    boolean matches(HttpRequest request) {
        return selecting.entrySet().stream()
                .allMatch(one -> Vary.value(request, one.getKey()).equals(one.getValue()));
    }

    boolean hasValidator() {
        return etag() != null || headers.containsHeader(HttpHeaders.LAST_MODIFIED);
    }

    @Nullable
    String etag() {
        return Fields.first(headers, HttpHeaders.ETAG);
    }

    /** In bytes. */
    int weight() {
        var weight = OVERHEAD + body.length;
        for (var header : headers.getHeaders()) {
            weight += OVERHEAD_OF_A_FIELD + header.getName().length() + String.valueOf(header.getValue()).length();
        }
        return weight;
    }
}
