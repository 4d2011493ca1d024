package dev.ashlar.inventory.catalogue;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/**
 * The part of a product that admins edit.
 *
 * @param price more than zero, with two decimal digits
 * @param currency ISO 4217
 * @param attributes texts, numbers and booleans, sorted by name
 */
@Embeddable
public record ProductDetails(String name, String description, String category,
        @Column(precision = 12, scale = 2) BigDecimal price, @JdbcTypeCode(SqlTypes.CHAR) String currency,
        @JdbcTypeCode(SqlTypes.JSON) Map<String, Object> attributes) {

    public ProductDetails {
        price = price.setScale(2);
        attributes = Collections.unmodifiableMap(new TreeMap<>(attributes));
    }
}
