package dev.ashlar.inventory.catalogue.web;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** At most 50 attributes in 8 KiB: texts, numbers and booleans, nothing nested. */
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = AttributesValidator.class)
@interface Attributes {

    String message() default "must be at most 50 texts, numbers or booleans by name, in at most 8 KiB";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
