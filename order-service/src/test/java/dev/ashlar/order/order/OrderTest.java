package dev.ashlar.order.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class OrderTest {

    private static final Instant NOON = Instant.parse("2026-01-05T12:00:00Z");
    private static final Instant LATER = NOON.plusSeconds(60);

    private final Order order = new Order(UUID.randomUUID(),
            new Quote(List.of(new OrderLine(UUID.randomUUID(), "Lamp", 1, BigDecimal.TEN)), "USD", BigDecimal.TEN),
            NOON);

    @Test
    void startsPending() {
        assertThat(order.status()).isEqualTo(OrderStatus.PENDING);
        assertThat(order.version()).isEqualTo(1);
        assertThat(order.reason()).isNull();
        assertThat(order.updatedAt()).isEqualTo(order.createdAt()).isEqualTo(NOON);
    }

    @Test
    void isConfirmedWhilePending() {
        order.confirm(LATER);

        assertThat(order.status()).isEqualTo(OrderStatus.CONFIRMED);
        assertThat(order.updatedAt()).isEqualTo(LATER);
        assertThat(order.createdAt()).isEqualTo(NOON);
    }

    @Test
    void isRejectedForAReason() {
        order.reject("insufficient_stock", LATER);

        assertThat(order.status()).isEqualTo(OrderStatus.REJECTED);
        assertThat(order.reason()).isEqualTo("insufficient_stock");
    }

    @Test
    void isCancelledAlsoAfterItsConfirmation() {
        order.confirm(LATER);
        order.cancel(LATER);

        assertThat(order.status()).isEqualTo(OrderStatus.CANCELLED);
    }

    @Test
    void saysWhereItStandsWhenItRefuses() {
        order.cancel(LATER);

        assertThatExceptionOfType(TransitionRefused.class).isThrownBy(() -> order.cancel(LATER))
                .withMessage("The order is CANCELLED and can't be cancelled.");
        assertThatExceptionOfType(TransitionRefused.class).isThrownBy(() -> order.confirm(LATER));
        assertThatExceptionOfType(TransitionRefused.class).isThrownBy(() -> order.reject("late", LATER));
        assertThat(order.status()).isEqualTo(OrderStatus.CANCELLED);
        assertThat(order.reason()).isNull();
    }

    @Test
    void isNeitherCancelledNorConfirmedOnceRejected() {
        order.reject("insufficient_stock", LATER);

        assertThatExceptionOfType(TransitionRefused.class).isThrownBy(() -> order.cancel(LATER));
        assertThatExceptionOfType(TransitionRefused.class).isThrownBy(() -> order.confirm(LATER));
    }
}
