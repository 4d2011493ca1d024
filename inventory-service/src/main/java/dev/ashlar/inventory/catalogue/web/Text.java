package dev.ashlar.inventory.catalogue.web;

/**
 * What texts of callers may consist of: PostgreSQL stores neither NUL nor half of a surrogate pair, and nobody wants the other
 * control characters.
 */
final class Text {

    /** Not blank, on one line. */
    static final String LINE = " *+[^ \\p{Cc}\\p{Cs}][^\\p{Cc}\\p{Cs}]*+";
    static final String LINES = "(?:[^\\p{Cc}\\p{Cs}]|[\\r\\n\\t])*+";
    static final String SKU = "[A-Za-z0-9._-]+";

    private Text() {}
}
