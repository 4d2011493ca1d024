package dev.ashlar.gateway.cache;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.hc.core5.http.MessageHeaders;

/**
 * The directives of {@code Cache-Control} (RFC 9111, section 5.2).
 *
 * @param values by lower-case name. Empty for a directive without an argument
 */
record Directives(Map<String, String> values) {

    /** The greatest number of seconds (RFC 9111, section 1.2.2). */
    private static final long MAX_SECONDS = 1L << 31;
    private static final String INVALID = "invalid";
    private static final Pattern DIGITS = Pattern.compile("\\d+");
    private static final Pattern TOKEN = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]++");

    static Directives of(MessageHeaders headers, String name) {
        var values = new HashMap<String, String>();
        for (var header : headers.getHeaders(name)) {
            parse(String.valueOf(header.getValue()), values);
        }
        return new Directives(Map.copyOf(values));
    }

    private static void parse(String text, Map<String, String> values) {
        var start = 0;
        var quoted = false;
        for (var at = 0; at <= text.length(); at++) {
            var c = at == text.length() ? ',' : text.charAt(at);
            if (quoted && c == '\\') {
                at++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && (!quoted || at == text.length())) {
                add(text.substring(start, at).strip(), values);
                start = at + 1;
            }
        }
    }

    /** Ignores what has no valid name. */
    private static void add(String directive, Map<String, String> values) {
        var parts = directive.split("=", 2);
        if (TOKEN.matcher(parts[0]).matches()) {
            values.merge(parts[0].toLowerCase(Locale.ROOT), parts.length < 2 ? "" : unquoted(parts[1]),
                    Directives::join);
        }
    }

    private static String unquoted(String argument) {
        return argument.length() > 1 && argument.startsWith("\"") && argument.endsWith("\"")
                ? argument.substring(1, argument.length() - 1)
                : argument;
    }

    /** Two different numbers of seconds are invalid. A directive without field names includes the one with field names. */
    private static String join(String first, String second) {
        if (first.equals(second)) {
            return first;
        }
        if (DIGITS.matcher(first).matches() || DIGITS.matcher(second).matches()) {
            return INVALID;
        }
        return first.isEmpty() || second.isEmpty() ? "" : first + "," + second;
    }

    boolean isEmpty() {
        return values.isEmpty();
    }

    boolean has(String name) {
        return values.containsKey(name);
    }

    /** True if the directive is present without field names, so it is about the whole response. */
    boolean hasForAll(String name) {
        return "".equals(values.get(name));
    }

    /** The field names of {@code no-cache} or {@code private}, in lower case. */
    Set<String> fields(String name) {
        return Arrays.stream(values.getOrDefault(name, "").split(","))
                .map(field -> field.strip().toLowerCase(Locale.ROOT))
                .filter(field -> !field.isEmpty()).collect(Collectors.toCollection(TreeSet::new));
    }

    /** Empty if the directive is missing. 0 if its argument is invalid, because such a response must count as stale. */
    OptionalLong seconds(String name) {
        var value = values.get(name);
        return value == null ? OptionalLong.empty() : OptionalLong.of(parseSeconds(value).orElse(0));
    }

    /** Parses a number of seconds. Empty if it is invalid. */
    static OptionalLong parseSeconds(String text) {
        if (!DIGITS.matcher(text).matches()) {
            return OptionalLong.empty();
        }
        return OptionalLong.of(text.length() > 10 ? MAX_SECONDS : Math.min(MAX_SECONDS, Long.parseLong(text)));
    }
}
