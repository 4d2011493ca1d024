package dev.ashlar.gateway.cache;

import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.message.BasicClassicHttpResponse;

/** Responds with a stored response: whole, in part, or with 304. */
final class CacheAnswer {

    private static final Set<String> OF_THE_BODY = Set.of("content-length", "content-type", "content-encoding",
            "content-language", "content-range");

    private CacheAnswer() {}

    static ClassicHttpResponse of(StoredResponse stored, HttpRequest request, CacheStatus status, Instant now) {
        var response = response(stored, request, status == CacheStatus.VALIDATED);
        response.setHeader(HttpHeaders.AGE, Long.toString(stored.freshness().age(stored.received(), now).toSeconds()));
        status.addTo(response);
        return response;
    }

    private static ClassicHttpResponse response(StoredResponse stored, HttpRequest request, boolean validated) {
        if (Conditions.notModified(request, stored)) {
            return with(new BasicClassicHttpResponse(304), stored, OF_THE_BODY, validated);
        }
        var range = ByteRange.of(request, stored);
        if (range.isPresent()) {
            return part(stored, range.get(), validated);
        }
        var whole = with(new BasicClassicHttpResponse(stored.status(), stored.reason()), stored, Set.of(), validated);
        var hasBody = stored.status() != 204 && stored.status() != 205;
        if (hasBody) {
            whole.setHeader(HttpHeaders.CONTENT_LENGTH, Integer.toString(stored.body().length));
        }
        if (hasBody && !request.getMethod().equals("HEAD")) {
            whole.setEntity(new ByteArrayEntity(stored.body(), (ContentType) null));
        }
        return whole;
    }

    private static ClassicHttpResponse part(StoredResponse stored, ByteRange range, boolean validated) {
        var size = stored.body().length;
        if (!range.isSatisfiable()) {
            var none = with(new BasicClassicHttpResponse(416), stored, OF_THE_BODY, validated);
            none.setHeader(HttpHeaders.CONTENT_RANGE, "bytes */" + size);
            none.setHeader(HttpHeaders.CONTENT_LENGTH, "0");
            return none;
        }
        var part = with(new BasicClassicHttpResponse(206), stored, Set.of(), validated);
        part.setHeader(HttpHeaders.CONTENT_RANGE, "bytes %d-%d/%d".formatted(range.first(), range.last(), size));
        part.setHeader(HttpHeaders.CONTENT_LENGTH, Integer.toString(range.length()));
        part.setEntity(new ByteArrayEntity(stored.body(), range.first(), range.length(), null));
        return part;
    }

    /** @param validated true if the origin has just confirmed the response, so {@code no-cache} forbids no field */
    private static ClassicHttpResponse with(ClassicHttpResponse response, StoredResponse stored, Set<String> without,
            boolean validated) {
        var unvalidated = validated ? Set.<String>of() : stored.policy().fieldsToValidate();
        for (Header header : stored.headers().getHeaders()) {
            var name = header.getName().toLowerCase(Locale.ROOT);
            if (!without.contains(name) && !unvalidated.contains(name)) {
                response.addHeader(header);
            }
        }
        return response;
    }
}
