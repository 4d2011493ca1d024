package dev.ashlar.gateway.cache;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.hc.client5.http.utils.DateUtils;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.MessageHeaders;
import org.apache.hc.core5.http.message.HeaderGroup;
import org.jspecify.annotations.Nullable;

/** Reads header fields. */
final class Fields {

    /** No cache stores these (RFC 9111, section 3.1), nor {@code Age}, which the cache calculates. */
    private static final Set<String> NOT_STORED = Set.of("connection", "keep-alive", "proxy-connection",
            "proxy-authenticate", "proxy-authentication-info", "proxy-authorization", "te", "trailer",
            "transfer-encoding", "upgrade", "age", "cache-status", "x-request-id");

    private static final DateTimeFormatter ASCTIME = DateTimeFormatter
            .ofPattern("EEE MMM ppd HH:mm:ss yyyy", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private Fields() {}

    static @Nullable String first(MessageHeaders headers, String name) {
        var header = headers.getFirstHeader(name);
        return header == null ? null : header.getValue();
    }

    /** All lines of a field as one line. Empty if the field is missing. */
    static String combined(MessageHeaders headers, String name) {
        return Arrays.stream(headers.getHeaders(name)).map(header -> String.valueOf(header.getValue()).strip())
                .collect(Collectors.joining(", "));
    }

    /** The members of a comma-separated field, in lower case. */
    static List<String> members(MessageHeaders headers, String name) {
        return Arrays.stream(combined(headers, name).split(",")).map(one -> one.strip().toLowerCase(Locale.ROOT))
                .filter(one -> !one.isEmpty()).toList();
    }

    /** Empty if the field is missing or is no HTTP date. */
    static Optional<Instant> date(MessageHeaders headers, String name) {
        return Optional.ofNullable(headers.getFirstHeader(name)).map(Header::getValue).map(Fields::date);
    }

    private static @Nullable Instant date(String text) {
        var date = DateUtils.parseStandardDate(text);
        return date == null ? asctime(text) : date;
    }

    /** The third form of an HTTP date, which {@link DateUtils} can't read because it has no zone. */
    private static @Nullable Instant asctime(String text) {
        try {
            return ASCTIME.parse(text, Instant::from);
        } catch (DateTimeParseException _) {
            return null;
        }
    }

    /** The fields that a cache may store, in their sequence. */
    static HeaderGroup storable(MessageHeaders headers, Set<String> without) {
        var dropped = new TreeSet<>(NOT_STORED);
        dropped.addAll(members(headers, HttpHeaders.CONNECTION));
        dropped.addAll(without);
        var storable = new HeaderGroup();
        for (var header : headers.getHeaders()) {
            if (!dropped.contains(header.getName().toLowerCase(Locale.ROOT))) {
                storable.addHeader(header);
            }
        }
        return storable;
    }
}
