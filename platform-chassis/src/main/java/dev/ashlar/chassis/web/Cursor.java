package dev.ashlar.chassis.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The key of a page's last row, opaque to clients. It contains the name of its list, so a list refuses the cursor of another list even if
 * both keys have the same form.
 */
public record Cursor(List<String> parts) {

    private static final String SEPARATOR = "\u001f";

    /** Longer than any key, and short enough for a URL. */
    private static final int MAX_LENGTH = 2_048;

    public static Cursor of(String list, Object... key) {
        var parts = new ArrayList<>(List.of(list));
        Arrays.stream(key).map(String::valueOf).forEach(parts::add);
        return new Cursor(List.copyOf(parts));
    }

    /**
     * Reads a cursor that a client sent.
     *
     * @param columns number of columns in the key
     * @return null if {@code encoded} is null
     * @throws Problem 400 if this list did not make the cursor
     */
    public static <T> @Nullable T read(String list, @Nullable String encoded, int columns,
            Function<List<String>, T> reader) {
        if (encoded == null) {
            return null;
        }
        var refusal = Problem.badRequest("cursor", "must be a next_cursor that this list returned");
        try {
            var cursor = decoded(encoded);
            var isOurs = cursor.parts.getFirst().equals(list) && cursor.parts.size() == columns + 1;
            if (isOurs && cursor.encoded().equals(encoded)) {
                return reader.apply(cursor.parts.subList(1, columns + 1));
            }
        } catch (RuntimeException e) {
            refusal.addSuppressed(e);
        }
        throw refusal;
    }

    private static Cursor decoded(String encoded) {
        if (encoded.length() > MAX_LENGTH) {
            throw new IllegalArgumentException("Too long");
        }
        var text = new String(Base64.getUrlDecoder().decode(encoded), UTF_8);
        return new Cursor(List.of(text.split(SEPARATOR, -1)));
    }

    String encoded() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(String.join(SEPARATOR, parts).getBytes(UTF_8));
    }
}
