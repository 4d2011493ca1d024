package dev.ashlar.gateway.cache;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.HttpRequest;

/**
 * The part of a body that a request wants (RFC 9110, section 14).
 *
 * @param first the index of the first byte
 * @param last the index of the last byte. Less than {@code first} if the body has no such part
 */
record ByteRange(int first, int last) {

    private static final Pattern RANGE = Pattern.compile("bytes=\\s*(\\d{0,18})-(\\d{0,18})\\s*",
            Pattern.CASE_INSENSITIVE);
    private static final Duration STRONG_DATE = Duration.ofSeconds(60);

    /** Empty if the response is the whole body: no range, several ranges, or another version of the body. */
    static Optional<ByteRange> of(HttpRequest request, StoredResponse stored) {
        var lines = request.getHeaders(HttpHeaders.RANGE);
        if (lines.length != 1 || stored.status() != 200 || !request.getMethod().equals("GET")
                || !ifRangeMatches(request, stored)) {
            return Optional.empty();
        }
        var range = RANGE.matcher(lines[0].getValue());
        return range.matches() ? parse(range.group(1), range.group(2), stored.body().length) : Optional.empty();
    }

    private static Optional<ByteRange> parse(String first, String last, int length) {
        if (first.isEmpty()) {
            if (last.isEmpty()) {
                return Optional.empty();
            }
            var count = Math.min(length, Long.parseLong(last));
            return Optional.of(new ByteRange((int) (length - count), count == 0 ? -1 : length - 1));
        }
        var from = Long.parseLong(first);
        var to = last.isEmpty() ? length - 1L : Long.parseLong(last);
        if (to < from && !last.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(from >= length
                ? new ByteRange(0, -1)
                : new ByteRange((int) from, (int) Math.min(to, length - 1L)));
    }

    boolean isSatisfiable() {
        return last >= first;
    }

    int length() {
        return last - first + 1;
    }

    /** Strong comparison. */
    private static boolean ifRangeMatches(HttpRequest request, StoredResponse stored) {
        var condition = Fields.first(request, HttpHeaders.IF_RANGE);
        if (condition == null) {
            return true;
        }
        if (condition.startsWith("\"") || condition.startsWith("W/")) {
            return condition.startsWith("\"") && condition.equals(stored.etag());
        }
        var modified = Fields.date(stored.headers(), HttpHeaders.LAST_MODIFIED);
        var date = Fields.date(stored.headers(), HttpHeaders.DATE);
        return modified.isPresent() && modified.equals(Fields.date(request, HttpHeaders.IF_RANGE)) && date.isPresent()
                && !date.get().isBefore(modified.get().plus(STRONG_DATE));
    }
}
