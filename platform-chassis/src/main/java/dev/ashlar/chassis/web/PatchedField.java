package dev.ashlar.chassis.web;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.BeanProperty;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.ValueDeserializer;

/**
 * Reads what {@link NotNullIfPresent} may be absent. Jackson's own {@code @JsonSetter(nulls = FAIL)} takes what is absent from a record
 * for null.
 */
final class PatchedField extends ValueDeserializer<Object> {

    /** What the exception says of null. */
    static final String NULL = "null is no change";

    private final @Nullable JavaType type;
    private final @Nullable ValueDeserializer<Object> reader;

    PatchedField() {
        this(null, null);
    }

    private PatchedField(@Nullable JavaType type, @Nullable ValueDeserializer<Object> reader) {
        this.type = type;
        this.reader = reader;
    }

    @Override
    public ValueDeserializer<?> createContextual(DeserializationContext context, BeanProperty property) {
        return new PatchedField(property.getType(),
                context.findContextualValueDeserializer(property.getType(), property));
    }

    @Override
    public Object deserialize(JsonParser json, DeserializationContext context) {
        return Objects.requireNonNull(reader).deserialize(json, context);
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
