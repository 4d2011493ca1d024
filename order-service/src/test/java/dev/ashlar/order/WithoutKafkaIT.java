package dev.ashlar.order;

import static dev.ashlar.order.Caller.twoOfEach;
import static dev.ashlar.testing.BackingService.POSTGRES;
import static dev.ashlar.testing.BackingService.REDIS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.order.pricing.PriceList;
import dev.ashlar.testing.WithInfrastructure;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;

/** Uses its own schema, so that no other instance sends its events. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = {"management.server.port=0",
        "ashlar.database-role=order_service_without_kafka", "spring.kafka.bootstrap-servers=127.0.0.1:1"})
@WithInfrastructure(service = "order_service_without_kafka", parts = {POSTGRES, REDIS})
@DirtiesContext
class WithoutKafkaIT {

    @LocalServerPort
    private int port;
    @Autowired
    private PriceList prices;
    @Autowired
    private JdbcClient jdbc;

    @Test
    void acceptsOrdersAndKeepsTheirEventsInTheOutbox() {
        var placed = Caller.shopper(port).order(twoOfEach(new PricedProducts(prices).productFor("3.00")));

        assertThat(placed.status()).isEqualTo(201);
        assertThat(jdbc.sql("SELECT headers ->> 'ce_type' FROM outbox WHERE key = ?").param(placed.id().toString())
                .query(String.class).list()).containsExactly("order.created");
    }

    @Test
    void staysReadyAndReportsDegraded() {
        var health = Caller.anonymous(port).get("/health/ready");

        assertThat(health.status()).isEqualTo(200);
        assertThat(health.json().at("/degraded").asBoolean()).isTrue();
        assertThat(health.text("/checks/kafka/status")).isEqualTo("down");
    }
}
