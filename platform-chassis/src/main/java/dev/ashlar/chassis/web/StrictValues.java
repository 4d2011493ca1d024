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
 * Reads each type of path variable and query parameter in one form only. Spring's converters trim the text, and accept {@code +1},
 * {@code 0x1}, digits of other scripts and several date formats. This class registers property editors, since Spring tries its defaults
 * again after a failed converter.
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
                text -> new BigDecimal(matching(DECIMAL, text, ExpectedValue.DECIMAL_FORM)));
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
            return Instant.parse(matching(INSTANT, text, ExpectedValue.INSTANT_FORM));
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(ExpectedValue.INSTANT_FORM, e);
        }
    }

    private static String matching(Pattern form, String text, String expectation) {
        if (!form.matcher(text).matches()) {
            throw new IllegalArgumentException(expectation);
        }
        return text;
    }
}
