package dev.ashlar.chassis.web;

import java.util.Locale;

/** Names of Java properties as JSON fields. */
final class FieldNames {

    private FieldNames() {}

    static String snakeCase(String property) {
        return property.replaceAll("([a-z0-9])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
    }
}
