package dev.ashlar.order;

import static dev.ashlar.testing.BackingService.POSTGRES;
import static dev.ashlar.testing.BackingService.REDIS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.testing.ServiceClient;
import dev.ashlar.testing.TestTokens;
import dev.ashlar.testing.WithInfrastructure;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;

/** This code starts on the database that the previous release left, and serves the rows in it. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = {"management.server.port=0",
        "spring.jpa.hibernate.ddl-auto=validate", "ashlar.database-role=order_service_upgraded",
        "spring.kafka.bootstrap-servers=127.0.0.1:1"})
@WithInfrastructure(service = "order_service_upgraded", parts = {POSTGRES,
        REDIS}, restore = "previous-release/order_service.sql")
@DirtiesContext
class PreviousReleaseIT {

    @LocalServerPort
    private int port;
    @Autowired
    private JdbcClient jdbc;

    @Test
    void readsAndCancelsAnOrder() {
        var order = jdbc.sql("SELECT id FROM orders WHERE status = 'CONFIRMED'").query(UUID.class).single();
        var owner = jdbc.sql("SELECT user_id FROM orders WHERE id = ?").param(order).query(UUID.class).single();
        var shopper = ServiceClient.of(port).signedInWith(TestTokens.shopper(owner));

        var read = shopper.get("/api/v1/orders/" + order).is(200);
        var cancelled = shopper.post("/api/v1/orders/" + order + "/cancel", "{}").is(200);

        assertThat(read.text("status")).isEqualTo("CONFIRMED");
        assertThat(cancelled.text("status")).isEqualTo("CANCELLED");
        assertThat(shopper.get("/api/v1/orders").is(200).items("id")).contains(order.toString());
    }

    @Test
    void placesAnOrderAtAKnownPrice() {
        var product = jdbc.sql("SELECT product_id FROM prices LIMIT 1").query(UUID.class).single();

        var placed = ServiceClient.shopper(port).post("/api/v1/orders", Caller.twoOfEach(product), "Idempotency-Key",
                "upgraded").is(201);

        assertThat(placed.text("/items/0/product_id")).isEqualTo(product.toString());
    }
}
