package dev.ashlar.analytics.sales;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * The data of an order that never changes.
 *
 * @param total in {@code currency} (ISO 4217), like the unit prices
 */
public record Order(UUID id, Instant createdAt, BigDecimal total, String currency, List<Line> lines) {

    public record Line(UUID productId, long quantity, BigDecimal unitPrice) {

        /** The line's part of the order's total. */
        public BigDecimal amount() {
            return unitPrice.multiply(BigDecimal.valueOf(quantity));
        }
    }
}
