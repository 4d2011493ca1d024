package dev.ashlar.user.session.web;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import org.jspecify.annotations.Nullable;

/** Turns a {@code User-Agent} header into text that can be stored and shown. */
final class UserAgent {

    private static final int MAX_LENGTH = 255;

    private UserAgent() {}

    /**
     * Replaces control characters by spaces and cuts the text to 255 code points. Returns null if nothing is left.
     *
     * @param header one character for each byte; clients encode characters beyond ASCII in UTF-8
     */
    static @Nullable String of(@Nullable String header) {
        var text = header == null ? "" : new String(header.getBytes(ISO_8859_1), UTF_8);
        var printable = text.replaceAll("\\p{Cc}", " ").strip();
        var kept = printable.codePoints().limit(MAX_LENGTH)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
        return kept.isEmpty() ? null : kept;
    }
}
