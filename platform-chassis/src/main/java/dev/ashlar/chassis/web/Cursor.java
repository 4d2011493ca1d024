package dev.ashlar.chassis.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The key of the last row of a page, opaque to callers. */
public record Cursor(List<String> parts) {

    private static final String SEPARATOR = "\u001f";

    /** A cursor of the given key columns. */
    public static Cursor of(Object... parts) {
        return new Cursor(Arrays.stream(parts).map(String::valueOf).toList());
    }

    /**
     * Reads a cursor that a caller sent back.
     *
     * @return null if none was sent
     * @throws Problem 400 if it is none of ours
     */
    public static <T> @Nullable T read(@Nullable String encoded, int parts, Function<List<String>, T> reader) {
        if (encoded == null) {
            return null;
        }
        var refusal = Problem.badRequest("cursor", "is not a cursor of this list");
        try {
            var text = new String(Base64.getUrlDecoder().decode(encoded), UTF_8);
            var key = List.of(text.split(SEPARATOR, -1));
            if (key.size() == parts) {
                return reader.apply(key);
            }
        } catch (RuntimeException e) {
            refusal.addSuppressed(e);
        }
        throw refusal;
    }

    String encoded() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(String.join(SEPARATOR, parts).getBytes(UTF_8));
    }
}
