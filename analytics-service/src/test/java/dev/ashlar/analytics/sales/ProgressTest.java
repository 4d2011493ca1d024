package dev.ashlar.analytics.sales;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ProgressTest {

    @Test
    void sellsWhatWasConfirmed() {
        assertThat(Progress.CREATED.isSold()).isFalse();
        assertThat(Progress.CONFIRMED.isSold()).isTrue();
        assertThat(Progress.REJECTED.isSold()).isFalse();
    }

    @Test
    void takesBackWhatIsCancelledWhicheverEventComesFirst() {
        assertThat(Progress.CONFIRMED.and(Progress.cancelled(true)).isSold()).isFalse();
        assertThat(Progress.cancelled(true).and(Progress.CONFIRMED).isSold()).isFalse();
    }

    @Test
    void knowsOfTheConfirmationFromTheCancellationAlone() {
        assertThat(Progress.cancelled(true).confirmed()).isTrue();
        assertThat(Progress.cancelled(false).confirmed()).isFalse();
    }

    @Test
    void learnsTheSameInAnySequenceAndFromRepetitions() {
        var all = List.of(Progress.CREATED, Progress.CONFIRMED, Progress.REJECTED, Progress.cancelled(false));

        for (var one : all) {
            for (var other : all) {
                assertThat(one.and(other)).isEqualTo(other.and(one));
                assertThat(Stream.of(other, one, other).reduce(one, Progress::and)).isEqualTo(one.and(other));
            }
        }
    }
}
