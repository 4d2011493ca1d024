package dev.ashlar.chassis.web;

import java.util.UUID;
import java.util.regex.Pattern;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdScalarDeserializer;

/**
 * Reads UUIDs in the form of RFC 9562, section 4, only. Java also reads {@code 1-1-1-1-1}, and Jackson also reads base64, so one resource
 * would have many names.
 */
public final class CanonicalUuid extends StdScalarDeserializer<UUID> {

    private static final Pattern FORM = Pattern
            .compile("[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{12}");

    CanonicalUuid() {
        super(UUID.class);
    }

    /** @throws IllegalArgumentException if the text is not 8-4-4-4-12 hexadecimal digits */
    public static UUID parse(String text) {
        if (!FORM.matcher(text).matches()) {
            throw new IllegalArgumentException(ExpectedValue.UUID_FORM);
        }
        return UUID.fromString(text);
    }

    @Override
    public UUID deserialize(JsonParser json, DeserializationContext context) {
        if (!json.hasToken(JsonToken.VALUE_STRING)) {
            return (UUID) context.handleUnexpectedToken(UUID.class, json);
        }
        var text = json.getString();
        return FORM.matcher(text).matches()
                ? UUID.fromString(text)
                : (UUID) context.handleWeirdStringValue(UUID.class, text, "not a UUID");
    }
}
