package dev.ashlar.chassis.web;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.lang.reflect.AnnotatedElement;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Describes the value that a parameter or a field must have, for the client: "must be an integer from 1 to 100". */
final class ExpectedValue {

    static final String UUID_FORM = "must be a UUID such as 0198e0a4-0000-7000-8000-00000000000a";
    static final String INSTANT_FORM = "must be an RFC 3339 instant such as 2026-01-31T12:00:00Z";
    static final String DECIMAL_FORM = "must be a decimal number such as 9.99";

    private static final Map<Class<?>, String> FORMS = Map.of(UUID.class, UUID_FORM, Instant.class, INSTANT_FORM,
            BigDecimal.class, DECIMAL_FORM);

    private ExpectedValue() {}

    /** @param place the parameter or field whose annotations bound the value, if known */
    static String of(Class<?> type, @Nullable AnnotatedElement place) {
        if (type == int.class || type == Integer.class || type == long.class || type == Long.class) {
            return "must be an integer" + bounds(place);
        }
        if (type == boolean.class || type == Boolean.class) {
            return "must be true or false";
        }
        if (type.isEnum()) {
            return "must be one of "
                    + Arrays.stream(type.getEnumConstants()).map(constant -> ((Enum<?>) constant).name())
                            .collect(Collectors.joining(", "));
        }
        if (type == String.class) {
            return "must be a string" + length(place);
        }
        if (Collection.class.isAssignableFrom(type) || type.isArray()) {
            return "must be an array";
        }
        return FORMS.getOrDefault(type, "must be an object");
    }

    private static String bounds(@Nullable AnnotatedElement place) {
        var min = place == null ? null : place.getAnnotation(Min.class);
        var max = place == null ? null : place.getAnnotation(Max.class);
        if (min != null && max != null) {
            return " from " + min.value() + " to " + max.value();
        }
        return min != null ? " of " + min.value() + " or more" : max != null ? " of " + max.value() + " or less" : "";
    }

    private static String length(@Nullable AnnotatedElement place) {
        var size = place == null ? null : place.getAnnotation(Size.class);
        return size == null || size.max() == Integer.MAX_VALUE ? "" : " of at most " + size.max() + " characters";
    }
}
