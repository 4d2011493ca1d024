package dev.ashlar.inventory.catalogue.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.ashlar.chassis.web.OneLine;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import java.math.BigDecimal;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

final class AttributesValidator implements ConstraintValidator<Attributes, Map<String, @Nullable Object>> {

    private static final int MAX_ENTRIES = 50;
    private static final int MAX_BYTES = 8 * 1024;
    private static final int MAX_DIGITS = 20;
    private static final Pattern NAME = Pattern.compile(OneLine.FORM);
    private static final Pattern TEXT = Pattern.compile(TextPatterns.LINES);

    @Override
    public boolean isValid(@Nullable Map<String, @Nullable Object> attributes, ConstraintValidatorContext context) {
        return attributes == null || attributes.size() <= MAX_ENTRIES && bytes(attributes) <= MAX_BYTES
                && attributes.keySet().stream().allMatch(name -> NAME.matcher(name).matches())
                && attributes.values().stream().allMatch(AttributesValidator::isScalar);
    }

    /** The length of {@code {name=value, …}} is close to the length of the JSON. */
    private static int bytes(Map<String, @Nullable Object> attributes) {
        return attributes.toString().getBytes(UTF_8).length;
    }

    private static boolean isScalar(@Nullable Object value) {
        return switch (value) {
            case Boolean _ -> true;
            case String text -> TEXT.matcher(text).matches();
            // PostgreSQL would store all digits of 1e999999
            case Number number -> {
                var decimal = new BigDecimal(number.toString());
                yield decimal.precision() <= MAX_DIGITS && Math.abs(decimal.scale()) <= MAX_DIGITS;
            }
            case null, default -> false;
        };
    }
}
