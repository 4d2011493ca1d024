package dev.ashlar.order;

import static dev.ashlar.order.Caller.twoOfEach;
import static dev.ashlar.testing.BackingService.POSTGRES;
import static dev.ashlar.testing.BackingService.REDIS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.ashlar.order.pricing.PriceList;
import dev.ashlar.testing.WithInfrastructure;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;

/** Kafka is down, so the outbox fills. Uses its own schema, so that no other instance sends its events. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = {"management.server.port=0",
        "ashlar.database-role=order_service_full", "spring.kafka.bootstrap-servers=127.0.0.1:1",
        "ORDER_OUTBOX_LIMIT=2"})
@WithInfrastructure(service = "order_service_full", parts = {POSTGRES, REDIS})
@DirtiesContext
class FullOutboxIT {

    @LocalServerPort
    private int port;
    @Autowired
    private PriceList prices;
    @Autowired
    private JdbcClient jdbc;

    @Test
    void refusesNewOrdersUntilItDrains() {
        var shopper = Caller.shopper(port);
        var body = twoOfEach(new PricedProducts(prices).productFor("3.00"));
        var accepted = shopper.orderWith("first", body);
        assertThat(accepted.status()).isEqualTo(201);

        var refused = await().atMost(Duration.ofSeconds(30)).until(() -> shopper.order(body),
                response -> response.status() != 201);

        assertThat(refused.status()).isEqualTo(503);
        assertThat(refused.header("Retry-After")).isEqualTo("10");
        assertThat(shopper.orderWith("first", body).status()).isEqualTo(201); // the stored response
        assertThat(shopper.read(accepted.id()).status()).isEqualTo(200);

        jdbc.sql("DELETE FROM outbox").update();

        await().atMost(Duration.ofSeconds(30)).until(() -> shopper.order(body).status() == 201);
    }
}
