package dev.ashlar.chassis.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorTest {

    @Test
    void readsAnEncodedCursor() {
        var encoded = Cursor.of("list", "naïve name", 42).encoded();
        String read = Cursor.read("list", encoded, 2, key -> key.get(0) + "/" + Integer.parseInt(key.get(1)));
        assertThat(read).isEqualTo("naïve name/42");
    }

    @Test
    void readsNullWithoutCursor() {
        assertThat(Cursor.<String>read("list", null, 1, List::getFirst)).isNull();
    }

    @Test
    void refusesTheCursorOfAnotherList() {
        refuses(Cursor.of("other", 42).encoded());
    }

    @Test
    void refusesAKeyWithMoreColumns() {
        refuses(Cursor.of("list", 42, 43).encoded());
    }

    @Test
    void refusesAKeyOfAnotherType() {
        refuses(Cursor.of("list", "many").encoded());
    }

    @Test
    void refusesAnotherEncodingOfACursor() {
        var encoded = Cursor.of("list", 42).encoded();
        refuses(encoded + "=");
        refuses(encoded.substring(0, encoded.length() - 1) + (char) (encoded.charAt(encoded.length() - 1) + 1));
    }

    @Test
    void refusesALongCursor() {
        refuses(Cursor.of("list", "1".repeat(2_048)).encoded());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "!", "bGlzdA", "bGlzdB8", "_w", "AAAA"})
    void refusesMalformedCursors(String encoded) {
        refuses(encoded);
    }

    private static void refuses(String encoded) {
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> Cursor.read("list", encoded, 1, key -> Integer.parseInt(key.getFirst())))
                .satisfies(problem -> assertThat(problem.getStatusCode().value()).isEqualTo(400));
    }
}
