package dev.ashlar.chassis.web;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.ReportAsSingleViolation;
import jakarta.validation.constraints.Pattern;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Text on one line with at least one visible character. Null is valid. PostgreSQL can store neither NUL nor half of a surrogate pair. The
 * other control characters are never intended, and characters that change the writing direction would also change the text after them.
 */
@Pattern(regexp = OneLine.FORM)
@ReportAsSingleViolation
@Constraint(validatedBy = {})
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface OneLine {

    String FORM = "(?![\\p{Z}\\p{Cf}]*+$)[^\\p{Cc}\\p{Cs}\\p{Zl}\\p{Zp}\\x{202A}-\\x{202E}\\x{2066}-\\x{2069}]++";

    String message() default "must be one line of visible text, without control characters and characters that change its direction";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
