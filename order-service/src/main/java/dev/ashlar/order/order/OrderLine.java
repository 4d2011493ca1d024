package dev.ashlar.order.order;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.math.BigDecimal;
import java.util.UUID;

/** A line with the price that was fixed when the order was accepted. */
@Embeddable
public record OrderLine(UUID productId, int quantity, @Column(precision = 12, scale = 2) BigDecimal unitPrice) {

    BigDecimal amount() {
        return unitPrice.multiply(BigDecimal.valueOf(quantity));
    }
}
