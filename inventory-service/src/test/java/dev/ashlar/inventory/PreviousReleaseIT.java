package dev.ashlar.inventory;

import static dev.ashlar.testing.BackingService.POSTGRES;
import static dev.ashlar.testing.BackingService.REDIS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.testing.ServiceClient;
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
        "spring.jpa.hibernate.ddl-auto=validate", "ashlar.database-role=inventory_service_upgraded",
        "spring.kafka.bootstrap-servers=127.0.0.1:1"})
@WithInfrastructure(service = "inventory_service_upgraded", parts = {POSTGRES,
        REDIS}, restore = "previous-release/inventory_service.sql")
@DirtiesContext
class PreviousReleaseIT {

    @LocalServerPort
    private int port;
    @Autowired
    private JdbcClient jdbc;

    @Test
    void findsAProduct() {
        var found = ServiceClient.of(port).get("/api/v1/products?q=lamp&limit=100").is(200);

        assertThat(found.items("sku")).contains("LAMP-0001");
    }

    @Test
    void adjustsAStock() {
        var product = jdbc.sql("SELECT id FROM products WHERE sku = 'LAMP-0001'").query(UUID.class).single();
        var admin = ServiceClient.admin(port);
        var before = admin.get("/api/v1/products/" + product + "/stock").is(200);

        var adjusted = admin.post("/api/v1/products/" + product + "/stock-adjustments",
                "{\"delta\": 5, \"reason\": \"Delivery\"}", "Idempotency-Key", "upgraded").is(201);

        assertThat(before.json().path("reserved").asInt()).isPositive();
        assertThat(adjusted.json().path("available").asInt()).isEqualTo(before.json().path("available").asInt() + 5);
    }
}
