package dev.ashlar.chassis.web;

import com.fasterxml.jackson.annotation.JacksonAnnotationsInside;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.BeanProperty;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.annotation.JsonDeserialize;

/** A field of a merge patch (RFC 7396). An absent field keeps its value. Null would remove a required field, so it is refused. */
@JacksonAnnotationsInside
@JsonDeserialize(using = NotNullIfPresent.Deserializer.class)
@Target({ElementType.FIELD, ElementType.PARAMETER})
@Retention(RetentionPolicy.RUNTIME)
public @interface NotNullIfPresent {

    /** Needed because Jackson's {@code @JsonSetter(nulls = FAIL)} also refuses an absent field of a record. */
    final class Deserializer extends ValueDeserializer<Object> {

        /** The message of the exception for null. */
        static final String NULL = "null is no change";

        private final @Nullable JavaType type;
        private final @Nullable ValueDeserializer<Object> delegate;

        Deserializer() {
            this(null, null);
        }

        private Deserializer(@Nullable JavaType type, @Nullable ValueDeserializer<Object> delegate) {
            this.type = type;
            this.delegate = delegate;
        }

        @Override
        public ValueDeserializer<?> createContextual(DeserializationContext context, BeanProperty property) {
            return new Deserializer(property.getType(),
                    context.findContextualValueDeserializer(property.getType(), property));
        }

        @Override
        public Object deserialize(JsonParser json, DeserializationContext context) {
            return Objects.requireNonNull(delegate).deserialize(json, context);
        }

        @Override
        public Object getNullValue(DeserializationContext context) {
            return context.reportInputMismatch(type, NULL);
        }

        @Override
        public @Nullable Object getAbsentValue(DeserializationContext context) {
            return null;
        }
    }
}
