package dev.ashlar.chassis.web;

import java.beans.PropertyEditorSupport;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.springframework.beans.PropertyEditorRegistry;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.InitBinder;

/**
 * Reads path variables and query parameters in one form each. Spring's own converters trim, and take {@code +1}, {@code 0x1},
 * other scripts' digits and several kinds of dates. These are editors, since what a converter refuses is tried again with Java's.
 */
@ControllerAdvice
class StrictValues {

    private static final Pattern INTEGER = Pattern.compile("-?(?:0|[1-9][0-9]{0,8})");
    private static final Pattern DECIMAL = Pattern.compile("-?(?:0|[1-9][0-9]{0,17})(?:\\.[0-9]{1,18})?");
    private static final Pattern INSTANT = Pattern
            .compile("[0-9]{4}(?:-[0-9]{2}){2}T(?:[01][0-9]|2[0-3])(?::[0-9]{2}){2}(?:\\.[0-9]{1,9})?"
                    + "(?:Z|[+-][0-9]{2}:[0-9]{2})");

    @InitBinder
    void register(WebDataBinder binder) {
        register(binder, UUID.class, CanonicalUuid::parse);
        register(binder, int.class, StrictValues::integer);
        register(binder, Integer.class, StrictValues::integer);
        register(binder, BigDecimal.class,
                text -> new BigDecimal(matching(DECIMAL, text, Expectation.DECIMAL_FORM)));
        register(binder, Instant.class, StrictValues::instant);
    }

    private static <T> void register(PropertyEditorRegistry editors, Class<T> type, Function<String, T> reader) {
        editors.registerCustomEditor(type, new PropertyEditorSupport() {
            @Override
            public void setAsText(String text) {
                setValue(reader.apply(text));
            }
        });
    }

    private static Integer integer(String text) {
        return Integer.valueOf(matching(INTEGER, text, "must be an integer"));
    }

    private static Instant instant(String text) {
        try {
            return Instant.parse(matching(INSTANT, text, Expectation.INSTANT_FORM));
        } catch (DateTimeParseException e) {
            var refusal = new MalformedValue(Expectation.INSTANT_FORM);
            refusal.addSuppressed(e);
            throw refusal;
        }
    }

    private static String matching(Pattern form, String text, String expectation) {
        if (!form.matcher(text).matches()) {
            throw new MalformedValue(expectation);
        }
        return text;
    }
}
