package dev.ashlar.inventory.catalogue.web;

/** The form of texts that are not {@link dev.ashlar.chassis.web.OneLine one line}. */
final class TextPatterns {

    static final String LINES = "(?:[^\\p{Cc}\\p{Cs}]|[\\r\\n\\t])*+";
    static final String LINES_MESSAGE = "must be text without control characters but line ends and tabs";
    static final String SKU = "[A-Za-z0-9._-]+";
    static final String SKU_MESSAGE = "must consist of letters, digits, dots, hyphens and underscores";

    private TextPatterns() {}
}
