package dev.ashlar.email.mail.events;

import dev.ashlar.email.mail.Order;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The payload of every {@code order.*} event (ADR 22). */
record OrderEvent(@NotNull UUID orderId, @Positive long orderVersion, @NotNull UUID userId,
        @NotEmpty @Size(max = 100) List<@NotNull @Valid Line> items,
        @NotNull @PositiveOrZero @Digits(integer = 12, fraction = 2) BigDecimal total,
        @NotNull @Pattern(regexp = "[A-Z]{3}") String currency, @Nullable @Size(max = 200) String reason) {

    record Line(@NotNull UUID productId, @Nullable String name, @Positive int quantity,
            @NotNull @PositiveOrZero @Digits(integer = 12, fraction = 2) BigDecimal unitPrice) {

        private Order.Line toLine() {
            return new Order.Line(productId, name, quantity, twoDigits(unitPrice));
        }
    }

    Order toOrder() {
        return new Order(orderId, orderVersion, userId, items.stream().map(Line::toLine).toList(), twoDigits(total),
                currency, reason);
    }

    private static BigDecimal twoDigits(BigDecimal amount) {
        return amount.setScale(2, RoundingMode.UNNECESSARY);
    }
}
