package dev.ashlar.analytics.sales;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What does not change about an order.
 *
 * @param total and the lines' prices in {@code currency} (ISO 4217)
 */
public record Order(UUID id, Instant createdAt, BigDecimal total, String currency, List<Line> lines) {

    /** Some of one product. */
    public record Line(UUID productId, long quantity, BigDecimal unitPrice) {

        /** What the line adds to the order's total. */
        public BigDecimal amount() {
            return unitPrice.multiply(BigDecimal.valueOf(quantity));
        }
    }
}
