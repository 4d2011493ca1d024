package dev.ashlar.order.order;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A line with the name and the price that the product had when the order was accepted.
 *
 * @param name null in orders that an older version of this service accepted
 */
@Embeddable
public record OrderLine(UUID productId, @Nullable String name, int quantity,
        @Column(precision = 12, scale = 2) BigDecimal unitPrice) {

    BigDecimal amount() {
        return unitPrice.multiply(BigDecimal.valueOf(quantity));
    }
}
