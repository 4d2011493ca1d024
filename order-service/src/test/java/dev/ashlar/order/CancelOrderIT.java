package dev.ashlar.order;

import static dev.ashlar.order.Caller.twoOfEach;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.ashlar.order.Order.OrderId;
import dev.ashlar.order.pricing.PriceList;
import dev.ashlar.testing.EventSchemas;
import dev.ashlar.testing.Events;
import dev.ashlar.testing.TestEvent;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@RunningOrderService
class CancelOrderIT {

    @LocalServerPort
    private int port;
    @Autowired
    private PriceList prices;
    @Autowired
    private OrderLifecycle lifecycle;
    private Caller shopper;
    private UUID order;

    @BeforeEach
    void placeAnOrder() {
        shopper = Caller.shopper(port);
        order = shopper.order(twoOfEach(new PricedProducts(prices).productFor("3.00"))).id();
    }

    @Test
    void cancelsAPendingOrder() {
        var cancelled = shopper.cancel(order);

        assertThat(cancelled.status()).isEqualTo(200);
        assertThat(cancelled.text("/status")).isEqualTo("CANCELLED");
        assertThat(cancelled.json().at("/reason").isNull()).isTrue();
        assertThat(cancelled.header("ETag")).isEqualTo("\"2\"");
        assertThat(shopper.read(order).json()).isEqualTo(cancelled.json());
        await().until(() -> Events.on("orders").ofSubject(order).size() == 2);
        var event = Events.on("orders").ofSubject(order).getLast();
        EventSchemas.assertValid("order.cancelled", event.data());
        assertThat(event.data()).contains("\"previous_status\":\"PENDING\"", "\"order_version\":2");
    }

    @Test
    void cancelsAConfirmedOrder() {
        IncomingEvent.reserved(order).publish();
        await().until(() -> shopper.read(order).text("/status").equals("CONFIRMED"));

        assertThat(shopper.cancel(order, "{}").text("/status")).isEqualTo("CANCELLED");

        await().untilAsserted(() -> assertThat(Events.on("orders").ofSubject(order)).extracting(TestEvent::type)
                .containsExactly("order.created", "order.confirmed", "order.cancelled"));
        assertThat(Events.on("orders").ofSubject(order).getLast().data())
                .contains("\"previous_status\":\"CONFIRMED\"", "\"order_version\":3");
    }

    @Test
    void refusesToCancelTwice() {
        shopper.cancel(order);

        var refused = shopper.cancel(order);

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text("/detail")).contains("CANCELLED");
    }

    @RepeatedTest(5)
    void cancelsOnceWhenFourRequestsComeAtTheSameTime() throws InterruptedException {
        Callable<Integer> cancel = () -> shopper.cancel(order).status();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            assertThat(threads.invokeAll(Collections.nCopies(4, cancel))).map(Future::resultNow)
                    .containsOnly(200, 409).containsOnlyOnce(200);
        }

        assertThat(shopper.read(order).header("ETag")).isEqualTo("\"2\"");
        await().until(() -> Events.on("orders").ofSubject(order).size() == 2);
    }

    @RepeatedTest(5)
    void neverOverlapsWithAConfirmation() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var confirmation = threads.submit(() -> lifecycle.confirm(new OrderId(order)));
            assertThat(shopper.cancel(order).status()).isEqualTo(200);
            confirmation.get();
        }

        assertThat(shopper.read(order).text("/status")).isEqualTo("CANCELLED");
        await().until(() -> eventsOfOrder().contains("order.cancelled"));
        assertThat(eventsOfOrder()).isIn(List.of("order.created", "order.cancelled"),
                List.of("order.created", "order.confirmed", "order.cancelled"));
    }

    @RepeatedTest(5)
    void neverOverlapsWithARejection() throws Exception {
        int cancelled;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var rejection = threads.submit(() -> lifecycle.reject(new OrderId(order), "insufficient_stock"));
            cancelled = shopper.cancel(order).status();
            rejection.get();
        }

        assertThat(cancelled).isIn(200, 409);
        var winner = cancelled == 200 ? "CANCELLED" : "REJECTED";
        assertThat(shopper.read(order).text("/status")).isEqualTo(winner);
        await().until(() -> eventsOfOrder().size() == 2);
        assertThat(eventsOfOrder()).containsExactly("order.created", "order." + winner.toLowerCase(Locale.ROOT));
    }

    @Test
    void refusesToCancelARejectedOrder() {
        IncomingEvent.rejected(order).publish();
        await().until(() -> shopper.read(order).text("/status").equals("REJECTED"));

        var refused = shopper.cancel(order);

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text("/detail")).contains("REJECTED");
    }

    @Test
    void cancelsForTheOwnerOnly() {
        assertThat(Caller.shopper(port).cancel(order).status()).isEqualTo(404);
        assertThat(Caller.admin(port).cancel(order).status()).isEqualTo(404);
        assertThat(Caller.anonymous(port).cancel(order).status()).isEqualTo(401);
        assertThat(shopper.cancel(UUID.randomUUID()).status()).isEqualTo(404);
        assertThat(shopper.read(order).text("/status")).isEqualTo("PENDING");
    }

    @Test
    void refusesABodyWithFields() {
        assertThat(shopper.cancel(order, "{\"reason\":\"changed my mind\"}").status()).isEqualTo(400);
        assertThat(shopper.cancel(order, "[]").status()).isEqualTo(400);
    }

    private List<String> eventsOfOrder() {
        return Events.on("orders").ofSubject(order).stream().map(TestEvent::type).toList();
    }
}
