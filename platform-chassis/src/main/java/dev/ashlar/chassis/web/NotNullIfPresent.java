package dev.ashlar.chassis.web;

import com.fasterxml.jackson.annotation.JacksonAnnotationsInside;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import tools.jackson.databind.annotation.JsonDeserialize;

/**
 * A field of a patch: left out, it stays as it is; null is refused, since it would ask to remove what every resource of the kind has
 * (RFC 7396, 1).
 */
@JacksonAnnotationsInside
@JsonDeserialize(using = PatchedField.class)
@Target({ElementType.FIELD, ElementType.PARAMETER})
@Retention(RetentionPolicy.RUNTIME)
public @interface NotNullIfPresent {}
