package dev.ashlar.order.live;

import static dev.ashlar.testing.BackingService.KAFKA;
import static dev.ashlar.testing.BackingService.POSTGRES;
import static dev.ashlar.testing.BackingService.REDIS;
import static org.awaitility.Awaitility.await;

import dev.ashlar.order.Caller;
import dev.ashlar.order.pricing.PriceList;
import dev.ashlar.order.pricing.PriceList.Price;
import dev.ashlar.testing.ServiceClient;
import dev.ashlar.testing.WithInfrastructure;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;

/** The cache Redis is down, so the service polls the database. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = {"management.server.port=0",
        "ashlar.redis.cache-url=redis://127.0.0.1:1", "ashlar.order.live.heartbeat=200ms"})
@WithInfrastructure(service = "order_service", parts = {POSTGRES, REDIS, KAFKA}, topics = {"inventory", "products"})
@DirtiesContext
class StreamWithoutCacheRedisIT {

    @LocalServerPort
    private int port;
    @Autowired
    private PriceList prices;
    @Autowired
    private JdbcClient jdbc;

    @Test
    void bringsAChangeWithinTwoSeconds() {
        var shopper = ServiceClient.shopper(port);
        var order = place(shopper);
        try (var source = new EventSource(shopper, order)) {
            await().until(() -> source.statuses().equals(List.of("PENDING")));
            jdbc.sql("UPDATE orders SET status = 'CONFIRMED', version = 2, updated_at = now() WHERE id = ?")
                    .param(order)
                    .update();

            await().atMost(Duration.ofSeconds(2))
                    .until(() -> source.statuses().equals(List.of("PENDING", "CONFIRMED")));
        }
    }

    @Test
    void sendsACommentWhileNothingChanges() {
        var shopper = ServiceClient.shopper(port);
        try (var source = new EventSource(shopper, place(shopper))) {
            await().until(() -> source.lines().contains(": heartbeat"));
        }
    }

    private UUID place(ServiceClient shopper) {
        var product = UUID.randomUUID();
        prices.put(product, 1, new Price(new BigDecimal("3.00"), "USD", "Desk lamp"));
        return shopper.post("/api/v1/orders", Caller.twoOfEach(product), "Idempotency-Key", "1").is(201).id();
    }
}
