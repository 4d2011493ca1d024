package dev.ashlar.user.account;

import dev.ashlar.chassis.web.OneLine;
import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.ReportAsSingleViolation;
import jakarta.validation.constraints.Pattern;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A name of 1 to 100 characters on one line, not all blank. Null is valid; add {@code NotNull} to refuse it. */
@OneLine
@Pattern(regexp = ".{1,100}")
@ReportAsSingleViolation
@Constraint(validatedBy = {})
@Target({ElementType.FIELD, ElementType.PARAMETER})
@Retention(RetentionPolicy.RUNTIME)
public @interface PersonName {

    String message() default "must have 1 to 100 characters, not all blank, without control characters";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
