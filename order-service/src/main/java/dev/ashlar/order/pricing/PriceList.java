package dev.ashlar.order.pricing;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** This service's own copy of all prices and product names, so that an order needs no call to another service (ADR 2). */
@Component
public class PriceList {

    private final JdbcClient jdbc;

    PriceList(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The price of one piece of a product, and the product's name.
     *
     * @param amount with two decimal digits
     * @param currency ISO 4217
     * @param name null if the product has not changed since this service stores names
     */
    public record Price(BigDecimal amount, String currency, @Nullable String name) {}

    /** Reads the prices of the given products in one query. Unknown and removed products are absent from the result. */
    public Map<UUID, Price> of(Collection<UUID> products) {
        var prices = new HashMap<UUID, Price>();
        jdbc.sql("""
                SELECT product_id, price, currency, name FROM prices
                WHERE product_id = ANY (?::uuid[]) AND NOT removed""")
                .param(products.stream().map(UUID::toString).toArray(String[]::new))
                .query(row -> {
                    prices.put(row.getObject("product_id", UUID.class),
                            new Price(row.getBigDecimal("price"), row.getString("currency"), row.getString("name")));
                });
        return prices;
    }

    /**
     * Stores the price of a product's version. Ignores a version that is not newer than the stored one. Only a missing name, which an
     * older release of this service did not store, is added.
     */
    public void put(UUID product, long version, Price price) {
        write(product, version, price);
    }

    /** Takes a product off the list. Older versions can't bring it back. */
    public void remove(UUID product, long version) {
        write(product, version, null);
    }

    private void write(UUID product, long version, @Nullable Price price) {
        jdbc.sql("""
                INSERT INTO prices (product_id, version, price, currency, name, removed)
                VALUES (:product, :version, :price, :currency, :name, :removed)
                ON CONFLICT (product_id) DO UPDATE
                SET version = excluded.version, price = excluded.price, currency = excluded.currency,
                    name = excluded.name, removed = excluded.removed
                WHERE prices.version < excluded.version
                   OR prices.version = excluded.version AND prices.name IS NULL AND excluded.name IS NOT NULL""")
                .param("product", product).param("version", version)
                .param("price", price == null ? null : price.amount())
                .param("currency", price == null ? null : price.currency())
                .param("name", price == null ? null : price.name())
                .param("removed", price == null).update();
    }
}
