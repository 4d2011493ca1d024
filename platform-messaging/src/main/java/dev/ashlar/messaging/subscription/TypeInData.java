package dev.ashlar.messaging.subscription;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.deser.DeserializationProblemHandler;

/** Keeps the field {@code type} of the data while Jackson reads a payload that has no such field, so that one pass is enough. */
final class TypeInData extends DeserializationProblemHandler {

    private static final String FIELD = "type";

    /** The type that one call of a reader has found. */
    static final class Holder {

        private @Nullable String type;

        Optional<String> type() {
            return Optional.ofNullable(type);
        }
    }

    static ObjectReader into(Holder holder, ObjectReader reader) {
        return reader.withAttribute(Holder.class, holder);
    }

    @Override
    public boolean handleUnknownProperty(DeserializationContext context, JsonParser parser,
            ValueDeserializer<?> deserializer, Object beanOrClass, String name) {
        var place = parser.streamReadContext().getParent();
        if (!name.equals(FIELD) || parser.currentToken() != JsonToken.VALUE_STRING || place == null || !place.inRoot()
                || !(context.getAttribute(Holder.class) instanceof Holder holder)) {
            return false;
        }
        holder.type = parser.getString();
        return true;
    }
}
