package dev.ashlar.analytics.sales.events;

import dev.ashlar.analytics.sales.Order;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The payload of every {@code order.*} event (ADR 22). Only {@code order.cancelled} has a {@code previousStatus}. */
record OrderEvent(@NotNull UUID orderId, @NotNull Instant createdAt,
        @NotNull @PositiveOrZero @Digits(integer = 12, fraction = 2) BigDecimal total,
        @NotNull @Pattern(regexp = "[A-Z]{3}") String currency,
        @NotEmpty @Size(max = 100) List<@NotNull @Valid Line> items, @Nullable String previousStatus) {

    record Line(@NotNull UUID productId, @Positive int quantity,
            @NotNull @PositiveOrZero @Digits(integer = 12, fraction = 2) BigDecimal unitPrice) {}

    Order toOrder() {
        return new Order(orderId, createdAt, total, currency, items.stream()
                .map(line -> new Order.Line(line.productId, line.quantity, line.unitPrice)).toList());
    }

    boolean wasConfirmed() {
        return "CONFIRMED".equals(previousStatus);
    }
}
