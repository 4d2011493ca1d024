package dev.ashlar.gateway.cache;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http.MessageHeaders;

/** The request fields that select a stored response (RFC 9111, section 4.1). */
final class Vary {

    private static final int MAX_FIELDS = 10;
    private static final Pattern SPACES = Pattern.compile("\\s+");

    private Vary() {}

    /** Empty if no other request may get the response. */
    static Optional<Map<String, String>> selecting(MessageHeaders response, HttpRequest request) {
        var names = Fields.members(response, HttpHeaders.VARY);
        if (names.contains("*") || names.size() > MAX_FIELDS) {
            return Optional.empty();
        }
        var values = new HashMap<String, String>();
        names.forEach(name -> values.put(name, value(request, name)));
        return Optional.of(Map.copyOf(values));
    }

    /** The field as one line without spaces around commas. A missing field differs from an empty one. */
    static String value(HttpRequest request, String name) {
        return request.containsHeader(name)
                ? Arrays.stream(Fields.combined(request, name).split(","))
                        .map(member -> SPACES.matcher(member.strip()).replaceAll(" "))
                        .collect(Collectors.joining(",", "=", ""))
                : "";
    }
}
