package dev.ashlar.inventory.catalogue.web;

/**
 * What texts of callers may consist of: PostgreSQL stores neither NUL nor half of a surrogate pair, and nobody wants the other
 * control characters.
 */
final class Text {

    /** Not blank, on one line. */
    static final String LINE = "(?!\\p{Z}*+$)[^\\p{Cc}\\p{Cs}\\p{Zl}\\p{Zp}]++";
    static final String LINE_MESSAGE = "must be text on one line, not blank, without control characters";
    static final String LINES = "(?:[^\\p{Cc}\\p{Cs}]|[\\r\\n\\t])*+";
    static final String LINES_MESSAGE = "must be text without control characters but line ends and tabs";
    static final String SKU = "[A-Za-z0-9._-]+";
    static final String SKU_MESSAGE = "must consist of letters, digits, dots, hyphens and underscores";

    private Text() {}
}
