package dev.ashlar.order;

import static dev.ashlar.order.Caller.twoOfEach;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.ashlar.order.pricing.PriceList;
import dev.ashlar.testing.Events;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@RunningOrderService
class StepsIT {

    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

    @LocalServerPort
    private int port;
    @Autowired
    private PriceList prices;
    @Autowired
    private JdbcClient jdbc;
    private Caller shopper;
    private UUID order;

    @BeforeEach
    void placeAnOrder() {
        shopper = Caller.shopper(port);
        order = shopper.order(twoOfEach(new PricedProducts(prices).productFor("3.00"))).id();
    }

    @Test
    void showAnOrderThatWasConfirmedAndCancelled() {
        awaitSteps("accepted", "published");
        IncomingEvent.reserved(order).publishIn("checkout-7", TRACE);
        awaitSteps("accepted", "published", "confirmed");
        shopper.cancel(order);
        awaitSteps("accepted", "published", "confirmed", "cancelled");

        var steps = Caller.admin(port).get(path()).json().at("/items");
        assertThat(steps.get(2).path("request_id").asString()).isEqualTo("checkout-7");
        assertThat(steps.get(2).path("trace_id").asString()).isEqualTo(TRACE);
        assertThat(steps.get(0).path("event_id")).isEqualTo(steps.get(1).path("event_id"));
        assertThat(Events.on("orders").ofSubject(order).getFirst().id())
                .isEqualTo(steps.get(0).path("event_id").asString());
        assertThat(Instant.parse(steps.get(0).path("at").asString()))
                .isBeforeOrEqualTo(Instant.parse(steps.get(1).path("at").asString()));
    }

    @Test
    void showTheStatusOfAnOrderWhoseEventsAnOlderVersionPublished() {
        awaitSteps("accepted", "published");
        IncomingEvent.rejected(order).publish();
        awaitSteps("accepted", "published", "rejected");
        jdbc.sql("DELETE FROM published_events WHERE key = ?").param(order.toString()).update();

        assertThat(steps()).containsExactly("accepted", "rejected");
    }

    @Test
    void areEmptyForAnUnknownOrder() {
        assertThat(Caller.admin(port).get("/api/v1/order/steps?order_id=" + UUID.randomUUID()).body())
                .isEqualTo("{\"items\":[]}");
    }

    @Test
    void areForAdminsOnly() {
        assertThat(Caller.anonymous(port).get(path()).status()).isEqualTo(401);
        assertThat(shopper.get(path()).status()).isEqualTo(403);
    }

    @Test
    void requireTheIdOfAnOrder() {
        for (var query : List.of("", "?order_id=", "?order_id=1", "?order=" + order)) {
            assertThat(Caller.admin(port).get("/api/v1/order/steps" + query).status()).isEqualTo(400);
        }
    }

    private void awaitSteps(String... expected) {
        await().untilAsserted(() -> assertThat(steps()).containsExactly(expected));
    }

    private List<String> steps() {
        return Caller.admin(port).get(path()).is(200).items("step").toList();
    }

    private String path() {
        return "/api/v1/order/steps?order_id=" + order;
    }
}
