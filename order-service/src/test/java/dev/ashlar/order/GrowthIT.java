package dev.ashlar.order;

import static dev.ashlar.order.Caller.twoOfEach;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.ashlar.order.pricing.PriceList;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** With many rows, PostgreSQL reads a growing table by its indexes. PostgreSQL's own statistics count the scans. */
@RunningOrderService
class GrowthIT {

    private static final Duration STATISTICS_DELAY = Duration.ofSeconds(30);
    private static final String OTHERS = "'00000000-0000-4000-8000-000000000000'::uuid";

    @LocalServerPort
    private int port;
    @Autowired
    private PriceList prices;
    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    void storeManyOrdersOfOthers() {
        jdbc.sql("""
                WITH added AS (INSERT INTO orders (id, user_id, status, total, currency, version, created_at, updated_at)
                               SELECT gen_random_uuid(), %s, 'CONFIRMED', 1, 'USD', 2, now(), now()
                               FROM generate_series(1, 3000) RETURNING id)
                INSERT INTO order_items (order_id, position, product_id, quantity, unit_price)
                SELECT id, 0, gen_random_uuid(), 1, 1 FROM added""".formatted(OTHERS)).update();
        jdbc.sql("""
                INSERT INTO idempotency_keys (user_id, key, fingerprint, created_at)
                SELECT %s, 'growth ' || i, 'f', now() FROM generate_series(1, 3000) i""".formatted(OTHERS)).update();
        jdbc.sql("ANALYZE orders, order_items, idempotency_keys").update();
    }

    @AfterEach
    void deleteThem() {
        jdbc.sql("DELETE FROM order_items USING orders WHERE order_id = id AND user_id = " + OTHERS).update();
        jdbc.sql("DELETE FROM orders WHERE user_id = " + OTHERS).update();
        jdbc.sql("DELETE FROM idempotency_keys WHERE user_id = " + OTHERS).update();
    }

    @Test
    void placesReadsListsAndCancelsByIndexesOnly() {
        var shopper = Caller.shopper(port);
        var order = twoOfEach(new PricedProducts(prices).productFor("7.25"));
        var listsBefore = listScans();
        var sequentialBefore = sequentialScans();

        for (var i = 0; i < 10; i++) {
            var placed = shopper.order(order).id();
            assertThat(shopper.read(placed).status()).isEqualTo(200);
            assertThat(shopper.get("/api/v1/orders?limit=2").status()).isEqualTo(200);
            assertThat(shopper.cancel(placed).status()).isEqualTo(200);
        }

        await().atMost(STATISTICS_DELAY)
                .untilAsserted(() -> assertThat(listScans()).isGreaterThanOrEqualTo(listsBefore + 10));
        assertThat(sequentialScans()).isEqualTo(sequentialBefore);
    }

    private long listScans() {
        return jdbc.sql("""
                SELECT idx_scan FROM pg_stat_user_indexes
                WHERE schemaname = current_schema AND indexrelname = 'orders_of_user'""")
                .query(Long.class).single();
    }

    private long sequentialScans() {
        return jdbc.sql("""
                SELECT sum(seq_scan) FROM pg_stat_user_tables
                WHERE schemaname = current_schema AND relname IN ('orders', 'order_items', 'idempotency_keys')""")
                .query(Long.class).single();
    }
}
