package dev.ashlar.inventory.catalogue.web;

/** What texts of callers may consist of: PostgreSQL stores no NUL, and nobody wants the other control characters. */
final class Text {

    /** Not blank, on one line. */
    static final String LINE = " *+[^ \\p{Cc}]\\P{Cc}*+";
    static final String LINES = "[\\P{Cc}\\r\\n\\t]*+";
    static final String SKU = "[A-Za-z0-9._-]+";
    static final String CURRENCY = "[A-Z]{3}";

    private Text() {}
}
