package dev.ashlar.inventory.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ProductTest {

    private static final Instant MONDAY = Instant.parse("2026-01-05T09:00:00Z");
    private static final Instant TUESDAY = Instant.parse("2026-01-06T09:00:00Z");

    private final Product product = new Product(UUID.randomUUID(), "LAMP-1", lampFor("49.9"), MONDAY);

    @Test
    void startsOutOfStock() {
        assertThat(product.inStock()).isFalse();
    }

    @Test
    void keepsPricesWithTwoDigits() {
        assertThat(product.details().price()).isEqualTo("49.90");
    }

    @Test
    void changesWithNewDetails() {
        assertThat(product.describe(lampFor("39"), TUESDAY)).isTrue();
        assertThat(product.updatedAt()).isEqualTo(TUESDAY);
    }

    @Test
    void staysUnchangedWithEqualDetails() {
        assertThat(product.describe(lampFor("49.90"), TUESDAY)).isFalse();
        assertThat(product.updatedAt()).isEqualTo(MONDAY);
    }

    @Test
    void changesWhenItComesInStock() {
        assertThat(product.setInStock(true, TUESDAY)).isTrue();
        assertThat(product.updatedAt()).isEqualTo(TUESDAY);
    }

    @Test
    void staysUnchangedWhileOutOfStock() {
        assertThat(product.setInStock(false, TUESDAY)).isFalse();
        assertThat(product.updatedAt()).isEqualTo(MONDAY);
    }

    private static ProductDetails lampFor(String price) {
        return new ProductDetails("Desk lamp", "", "lighting", new BigDecimal(price), "USD", Map.of("watts", 9));
    }
}
