package dev.ashlar.order;

import static dev.ashlar.order.Caller.twoOfEach;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.ashlar.order.pricing.PriceList;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A request fails at its commit, or the client does not read the response. Then the client repeats the request. */
@RunningOrderService
class CrashedOrderIT {

    @LocalServerPort
    private int port;
    @Autowired
    private PriceList prices;
    @Autowired
    private JdbcClient jdbc;
    @Value("${spring.flyway.url}")
    private String url;
    @Value("${spring.flyway.user}")
    private String owner;
    @Value("${spring.flyway.password}")
    private String password;
    private Caller shopper;
    private UUID lamp;

    @BeforeEach
    void openTheShop() {
        shopper = Caller.shopper(port);
        lamp = new PricedProducts(prices).productFor("19.00");
    }

    @Test
    void storesNothingWhenTheDatabaseConnectionBreaksAtTheCommit() {
        try (var _ = breakCommitsOfTheShopper()) {
            assertThat(shopper.orderWith("broken", twoOfEach(lamp)).status()).isEqualTo(503);
        }
        assertThat(rowsOfShopper("orders")).isZero();
        assertThat(rowsOfShopper("idempotency_keys")).isZero();

        var again = shopper.orderWith("broken", twoOfEach(lamp));

        assertThat(again.status()).isEqualTo(201);
        assertThat(again.header("Idempotency-Replayed")).isEmpty();
        assertThat(rowsOfShopper("orders")).isOne();
    }

    @Test
    void returnsTheStoredResponseAfterTheClientHungUp() {
        shopper.orderAndHangUp("lost", twoOfEach(lamp));
        await().until(() -> rowsOfShopper("orders") == 1);

        var again = shopper.orderWith("lost", twoOfEach(lamp));

        assertThat(again.status()).isEqualTo(201);
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(shopper.read(again.id()).body()).isEqualTo(again.body());
        assertThat(rowsOfShopper("orders")).isOne();
    }

    private Repair breakCommitsOfTheShopper() {
        var schema = JdbcClient.create(new DriverManagerDataSource(url, owner, password));
        schema.sql("""
                CREATE FUNCTION order_service.break_off() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
                    PERFORM pg_terminate_backend(pg_backend_pid());
                    PERFORM pg_sleep(10);
                    RETURN NULL;
                END $$""").update();
        schema.sql("""
                CREATE CONSTRAINT TRIGGER breaks_off AFTER INSERT ON order_service.orders
                DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW.user_id = '%s')
                EXECUTE FUNCTION order_service.break_off()""".formatted(shopper.id())).update();
        return () -> schema.sql("DROP FUNCTION order_service.break_off() CASCADE").update();
    }

    private long rowsOfShopper(String table) {
        return jdbc.sql("SELECT count(*) FROM " + table + " WHERE user_id = ?").param(shopper.id())
                .query(Long.class).single();
    }

    private interface Repair extends AutoCloseable {

        @Override
        void close();
    }
}
