package dev.ashlar.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.ashlar.order.Order.Line;
import dev.ashlar.order.Order.Status;
import dev.ashlar.order.Order.UserId;
import dev.ashlar.order.OrderRefused.WrongStatus;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class OrderTest {

    private static final Instant NOON = Instant.parse("2026-01-05T12:00:00Z");
    private static final Instant LATER = NOON.plusSeconds(60);

    private final Order order = new Order(new UserId(UUID.randomUUID()),
            new Quote(List.of(new Line(UUID.randomUUID(), "Lamp", 1, BigDecimal.TEN)), "USD", BigDecimal.TEN),
            NOON);

    @Test
    void startsPending() {
        assertThat(order.status()).isEqualTo(Status.PENDING);
        assertThat(order.version()).isEqualTo(1);
        assertThat(order.reason()).isNull();
        assertThat(order.updatedAt()).isEqualTo(order.createdAt()).isEqualTo(NOON);
    }

    @Test
    void confirmsAPendingOrder() {
        order.confirm(LATER);

        assertThat(order.status()).isEqualTo(Status.CONFIRMED);
        assertThat(order.updatedAt()).isEqualTo(LATER);
        assertThat(order.createdAt()).isEqualTo(NOON);
    }

    @Test
    void rejectsAPendingOrderWithAReason() {
        order.reject("insufficient_stock", LATER);

        assertThat(order.status()).isEqualTo(Status.REJECTED);
        assertThat(order.reason()).isEqualTo("insufficient_stock");
    }

    @Test
    void cancelsAConfirmedOrder() {
        order.confirm(LATER);
        order.cancel(LATER);

        assertThat(order.status()).isEqualTo(Status.CANCELLED);
    }

    @Test
    void namesItsStatusWhenItRefusesAChange() {
        order.cancel(LATER);

        assertThatExceptionOfType(WrongStatus.class).isThrownBy(() -> order.cancel(LATER))
                .withMessage("The order is CANCELLED and can't be cancelled.");
        assertThatExceptionOfType(WrongStatus.class).isThrownBy(() -> order.confirm(LATER));
        assertThatExceptionOfType(WrongStatus.class).isThrownBy(() -> order.reject("late", LATER));
        assertThat(order.status()).isEqualTo(Status.CANCELLED);
        assertThat(order.reason()).isNull();
    }

    @Test
    void refusesEveryChangeOfARejectedOrder() {
        order.reject("insufficient_stock", LATER);

        assertThatExceptionOfType(WrongStatus.class).isThrownBy(() -> order.cancel(LATER));
        assertThatExceptionOfType(WrongStatus.class).isThrownBy(() -> order.confirm(LATER));
    }
}
