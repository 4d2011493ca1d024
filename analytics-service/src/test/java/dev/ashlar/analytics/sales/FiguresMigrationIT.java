package dev.ashlar.analytics.sales;

import static dev.ashlar.testing.BackingService.POSTGRES;
import static dev.ashlar.testing.BackingService.REDIS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.testing.WithInfrastructure;
import java.math.BigDecimal;
import java.time.Instant;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;

/** Migrates a database of the previous version. The database role is used by this test only. */
@SpringBootTest(properties = {"management.server.port=0", "server.port=0",
        "ashlar.database-role=analytics_service_before", "spring.flyway.target=1",
        "spring.kafka.bootstrap-servers=127.0.0.1:1"})
@WithInfrastructure(service = "analytics_service_before", parts = {POSTGRES, REDIS})
@DirtiesContext
class FiguresMigrationIT {

    private static final TimeRange ALL_TIME = new TimeRange(TimeRange.BEGINNING, TimeRange.END);

    @Autowired
    private Flyway before;
    @Autowired
    private JdbcClient jdbc;
    @Autowired
    private SalesFigures figures;

    @Test
    void countsExistingRowsAndRowsThatThePreviousVersionStillWrites() {
        facts(3_000, "USD");
        facts(10, "EUR");
        productSales("00000000-0000-7000-8000-000000000001");

        Flyway.configure().configuration(before.getConfiguration()).target("latest").load().migrate();
        facts(6, "USD");
        productSales("00000000-0000-7000-8000-000000000001");

        assertThat(figures.summary(ALL_TIME, "USD")).isEqualTo(
                new Summary(3_006, 1_503, 0, 1_002, new BigDecimal("1002.00"), new BigDecimal("1.00")));
        assertThat(figures.summary(ALL_TIME, "EUR").ordersCreated()).isEqualTo(10);
        assertThat(figures.sales(Granularity.HOUR, ALL_TIME, "USD")).hasSize(50)
                .contains(new Interval(Instant.parse("2020-01-02T00:00:00Z"), 20, new BigDecimal("20.00")));
        assertThat(jdbc.sql("SELECT currency, quantity, revenue FROM product_figures").query().singleRow())
                .containsEntry("currency", "USD").containsEntry("quantity", 6L)
                .containsEntry("revenue", new BigDecimal("9.00"));
    }

    /** One order a minute. Every second order is confirmed, every third cancelled. */
    private void facts(int count, String currency) {
        jdbc.sql("""
                INSERT INTO order_facts (order_id, created_at, total, currency, confirmed, cancelled)
                SELECT gen_random_uuid(), '2020-01-01T00:00:00Z'::timestamptz + i * interval '1 minute', 1.00, ?,
                       i % 2 = 0, i % 3 = 0 FROM generate_series(0, ? - 1) AS i""").param(currency).param(count)
                .update();
    }

    private void productSales(String product) {
        jdbc.sql("""
                INSERT INTO product_sales VALUES (?::uuid, 3, 4.50) ON CONFLICT (product_id)
                DO UPDATE SET quantity = product_sales.quantity + 3, revenue = product_sales.revenue + 4.50""")
                .param(product).update();
    }
}
