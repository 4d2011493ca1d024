package dev.ashlar.order.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.ashlar.order.Caller;
import dev.ashlar.order.IncomingEvent;
import dev.ashlar.order.RunningOrderService;
import dev.ashlar.order.pricing.PriceList;
import dev.ashlar.order.pricing.PriceList.Price;
import dev.ashlar.testing.ServiceClient;
import dev.ashlar.testing.TestTokens;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@RunningOrderService
class StatusStreamIT {

    private static final Duration SOON = Duration.ofSeconds(1);

    private final UUID user = UUID.randomUUID();
    private final String token = TestTokens.shopper(user);

    @LocalServerPort
    private int port;
    @Autowired
    private PriceList prices;
    @Autowired
    private StatusStreams streams;
    @Autowired
    private JdbcClient jdbc;
    private ServiceClient shopper;
    private UUID order;

    @BeforeEach
    void placeAnOrder() {
        var product = UUID.randomUUID();
        prices.put(product, 1, new Price(new BigDecimal("3.00"), "USD", "Desk lamp"));
        shopper = ServiceClient.of(port).signedInWith(token);
        order = shopper.post("/api/v1/orders", Caller.twoOfEach(product), "Idempotency-Key", "1").is(201).id();
    }

    @Test
    void showTheStatusAndEachChangeAndEnd() {
        try (var source = new EventSource(shopper, order)) {
            await().until(() -> source.statuses().equals(List.of("PENDING")));
            IncomingEvent.reserved(order).publish();
            await().until(() -> source.statuses().equals(List.of("PENDING", "CONFIRMED")));
            shopper.send("POST", "/api/v1/orders/" + order + "/cancel").is(200);
            await().atMost(SOON).until(source::hasEnded);

            assertThat(source.statuses()).containsExactly("PENDING", "CONFIRMED", "CANCELLED");
            assertThat(source.ids()).containsExactly("1", "2", "3");
            assertThat(source.lines()).contains("event: status");
            assertThat(source.data().getFirst().propertyNames()).containsExactlyInAnyOrder("order_id", "status",
                    "reason", "at");
            assertThat(Instant.parse(source.data().getFirst().path("at").asString())).isBefore(Instant.now());
        }
    }

    @Test
    void continueAfterTheLastEventThatTheClientKnows() {
        IncomingEvent.reserved(order).publish();
        await().until(() -> status().equals("CONFIRMED"));
        shopper.send("POST", "/api/v1/orders/" + order + "/cancel").is(200);

        try (var source = new EventSource(shopper.with("Last-Event-ID", "1"), order)) {
            await().until(source::hasEnded);
            assertThat(source.statuses()).containsExactly("CONFIRMED", "CANCELLED");
        }
        try (var source = new EventSource(shopper, order)) {
            await().until(source::hasEnded);
            assertThat(source.statuses()).containsExactly("CANCELLED");
        }
        shopper.get("/api/v1/orders/" + order + "/events", "Last-Event-ID", "3").is(204);
    }

    @Test
    void bringAChangeWhoseMessageIsLost() {
        try (var source = new EventSource(shopper, order)) {
            await().until(() -> source.statuses().equals(List.of("PENDING")));
            jdbc.sql("""
                    UPDATE orders SET status = 'REJECTED', reason = 'timed_out', version = 2, updated_at = now()
                    WHERE id = ?""").param(order).update();

            await().until(source::hasEnded);
            assertThat(source.data().getLast().path("reason").asString()).isEqualTo("timed_out");
        }
    }

    @Test
    void endWithinASecondOfTheLogOut() {
        try (var source = new EventSource(shopper, order)) {
            await().until(() -> source.statuses().size() == 1);
            TestTokens.logOut(token);

            await().atMost(SOON).until(source::hasEnded);
        }
    }

    @Test
    void areForgottenWhenTheyEnd() {
        try (var source = new EventSource(shopper, order)) {
            await().until(() -> source.statuses().size() == 1);
            shopper.send("POST", "/api/v1/orders/" + order + "/cancel").is(200);
            await().until(source::hasEnded);
        }

        await().until(() -> !streams.has(order));
    }

    @Test
    void areForTheOwnerOnly() {
        var path = "/api/v1/orders/" + order + "/events";

        ServiceClient.of(port).get(path).is(401);
        ServiceClient.shopper(port).get(path).is(404);
        ServiceClient.admin(port).get(path).is(404);
        shopper.get("/api/v1/orders/" + UUID.randomUUID() + "/events").is(404);
        shopper.get("/api/v1/orders/1/events").is(400);
        shopper.send("HEAD", path).is(200);
    }

    @Test
    void refuseAMalformedLastEventId() {
        for (var id : List.of("0", "-1", "one", "1.0", "99999999999999999999")) {
            shopper.get("/api/v1/orders/" + order + "/events", "Last-Event-ID", id).is(400);
        }
    }

    private String status() {
        return shopper.get("/api/v1/orders/" + order).text("status");
    }
}
