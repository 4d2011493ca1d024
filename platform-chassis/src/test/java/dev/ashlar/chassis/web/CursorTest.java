package dev.ashlar.chassis.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorTest {

    @Test
    void readsBackWhatItEncoded() {
        var encoded = Cursor.of("naïve name", 42).encoded();
        String read = Cursor.read(encoded, 2, parts -> parts.get(0) + "/" + Integer.parseInt(parts.get(1)));
        assertThat(read).isEqualTo("naïve name/42");
    }

    @Test
    void readsNothingWhereNothingWasSent() {
        assertThat(Cursor.<String>read(null, 1, parts -> parts.get(0))).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "!", "bm90IGEgbnVtYmVy", "NDIfNDM"})
    void refusesWhatIsNoCursorOfTheList(String encoded) {
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> Cursor.read(encoded, 1, parts -> Integer.parseInt(parts.get(0))))
                .satisfies(problem -> assertThat(problem.getStatusCode().value()).isEqualTo(400));
    }
}
