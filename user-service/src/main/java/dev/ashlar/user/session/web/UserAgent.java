package dev.ashlar.user.session.web;

import org.jspecify.annotations.Nullable;

/** What a client calls itself: anything at all, so it is cut to what is kept and shown. */
final class UserAgent {

    private static final int KEPT = 255;

    private UserAgent() {}

    static @Nullable String of(@Nullable String header) {
        if (header == null || header.isBlank()) {
            return null;
        }
        var printable = header.replaceAll("[\\p{Cc}\\p{Cs}]", " ").strip();
        return printable.substring(0, Math.min(KEPT, printable.length()));
    }
}
