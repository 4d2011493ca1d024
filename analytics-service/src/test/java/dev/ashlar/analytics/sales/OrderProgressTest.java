package dev.ashlar.analytics.sales;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class OrderProgressTest {

    @Test
    void countsConfirmedOrdersAsSold() {
        assertThat(OrderProgress.CREATED.isSold()).isFalse();
        assertThat(OrderProgress.CONFIRMED.isSold()).isTrue();
        assertThat(OrderProgress.REJECTED.isSold()).isFalse();
    }

    @Test
    void doesNotCountACancelledOrderAsSoldInAnySequence() {
        assertThat(OrderProgress.CONFIRMED.merge(OrderProgress.cancelled(true)).isSold()).isFalse();
        assertThat(OrderProgress.cancelled(true).merge(OrderProgress.CONFIRMED).isSold()).isFalse();
    }

    @Test
    void learnsTheConfirmationFromTheCancellation() {
        assertThat(OrderProgress.cancelled(true).confirmed()).isTrue();
        assertThat(OrderProgress.cancelled(false).confirmed()).isFalse();
    }

    @Test
    void mergesToTheSameResultInAnySequenceAndWithDuplicates() {
        var all = List.of(OrderProgress.CREATED, OrderProgress.CONFIRMED, OrderProgress.REJECTED,
                OrderProgress.cancelled(false));

        for (var one : all) {
            for (var other : all) {
                assertThat(one.merge(other)).isEqualTo(other.merge(one));
                assertThat(Stream.of(other, one, other).reduce(one, OrderProgress::merge)).isEqualTo(one.merge(other));
            }
        }
    }
}
