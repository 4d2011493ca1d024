package dev.ashlar.user.session.web;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import org.jspecify.annotations.Nullable;

/** What a client calls itself: anything at all, so it is cut to what is kept and shown. */
final class UserAgent {

    private static final int KEPT = 255;

    private UserAgent() {}

    /** @param header as it came, which is byte by byte: clients that go beyond ASCII mean UTF-8 */
    static @Nullable String of(@Nullable String header) {
        var text = header == null ? "" : new String(header.getBytes(ISO_8859_1), UTF_8);
        var printable = text.replaceAll("\\p{Cc}", " ").strip();
        var kept = printable.codePoints().limit(KEPT)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
        return kept.isEmpty() ? null : kept;
    }
}
