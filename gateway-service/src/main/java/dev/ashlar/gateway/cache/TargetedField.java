package dev.ashlar.gateway.cache;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.hc.core5.http.MessageHeaders;
import org.jspecify.annotations.Nullable;

/** Reads {@code CDN-Cache-Control} (RFC 9213), a dictionary of structured fields (RFC 9651). */
final class TargetedField {

    static final String NAME = "CDN-Cache-Control";

    private static final String KEY = "([a-z*][a-z0-9_.*-]*)";
    private static final String ITEM = "(-?\\d{1,15}(?:\\.\\d{1,3})?|\"[ !#-\\[\\]-~]*+(?:\\\\[\"\\\\][ !#-\\[\\]-~]*+)*+\"|\\?[01]|[A-Za-z*][!#$%&'*+.^_`|~0-9A-Za-z:/-]*)";
    private static final Pattern MEMBER = Pattern.compile(
            KEY + "(?:=" + ITEM + ")?(?:; *" + KEY + "(?:=" + ITEM + ")?)*");
    private static final Pattern SEPARATOR = Pattern.compile("[ \\t]*,[ \\t]*");

    private TargetedField() {}

    /** Empty if the field is missing, empty or malformed: the cache then uses {@code Cache-Control}. */
    static Optional<Directives> of(MessageHeaders headers) {
        var text = Fields.combined(headers, NAME).strip();
        if (text.isEmpty()) {
            return Optional.empty();
        }
        var values = new HashMap<String, String>();
        var member = MEMBER.matcher(text);
        var separator = SEPARATOR.matcher(text);
        for (var at = 0;;) {
            if (!member.region(at, text.length()).lookingAt()) {
                return Optional.empty();
            }
            put(values, member.group(1), member.group(2));
            if (member.end() == text.length()) {
                return Optional.of(new Directives(Map.copyOf(values)));
            }
            if (!separator.region(member.end(), text.length()).lookingAt()) {
                return Optional.empty();
            }
            at = separator.end();
        }
    }

    /** The last member of a name wins. */
    private static void put(Map<String, String> values, String name, @Nullable String item) {
        if ("?0".equals(item)) {
            values.remove(name);
        } else {
            values.put(name, item == null || item.equals("?1") ? "" : unquoted(name, item));
        }
    }

    /** A number of seconds must be an integer, so a string remains with its quotes and is invalid. */
    private static String unquoted(String name, String item) {
        return item.startsWith("\"") && (name.equals("private") || name.equals("no-cache"))
                ? item.substring(1, item.length() - 1)
                : item;
    }
}
