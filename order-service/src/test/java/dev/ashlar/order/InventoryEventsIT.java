package dev.ashlar.order;

import static dev.ashlar.order.Caller.twoOfEach;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.ashlar.order.pricing.PriceList;
import dev.ashlar.testing.EventSchemas;
import dev.ashlar.testing.Events;
import dev.ashlar.testing.TestEvent;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@RunningOrderService
class InventoryEventsIT {

    @LocalServerPort
    private int port;
    @Autowired
    private PriceList prices;
    private Caller shopper;
    private UUID order;

    @BeforeEach
    void placeAnOrder() {
        shopper = Caller.shopper(port);
        order = shopper.order(twoOfEach(new PricedProducts(prices).productFor("3.00"))).id();
    }

    @Test
    void confirmsAnOrderWhoseStockIsReserved() {
        IncomingEvent.reserved(order).publish();

        untilStatus("CONFIRMED");
        assertThat(shopper.read(order).header("ETag")).isEqualTo("\"2\"");
        await().until(() -> Events.on("orders").ofSubject(order).size() == 2);
        EventSchemas.assertValid("order.confirmed", Events.on("orders").ofSubject(order).getLast().data());
    }

    @Test
    void rejectsAnOrderWithTheReasonOfTheEvent() {
        IncomingEvent.rejected(order).publish();

        untilStatus("REJECTED");
        assertThat(shopper.read(order).text("/reason")).isEqualTo("insufficient_stock");
        await().until(() -> Events.on("orders").ofSubject(order).size() == 2);
        EventSchemas.assertValid("order.rejected", Events.on("orders").ofSubject(order).getLast().data());
    }

    @Test
    void handlesADuplicateOnce() {
        IncomingEvent.reserved(order).publishTwice();
        IncomingEvent.reserved(order).publish();
        IncomingEvent.released(order).publish();
        untilStatus("CONFIRMED");
        shopper.cancel(order);

        await().until(() -> eventsOfOrder().contains("order.cancelled"));
        assertThat(eventsOfOrder()).containsExactly("order.created", "order.confirmed", "order.cancelled");
    }

    @Test
    void ignoresEventsOfACancelledOrder() {
        shopper.cancel(order);
        IncomingEvent.reserved(order).publish();
        IncomingEvent.rejected(order).publish();
        awaitAllEventsHandled();

        assertThat(shopper.read(order).text("/status")).isEqualTo("CANCELLED");
        assertThat(shopper.read(order).header("ETag")).isEqualTo("\"2\"");
    }

    @RepeatedTest(5)
    void neverOverlapsWithACancellation() {
        IncomingEvent.reserved(order).publish();

        assertThat(shopper.cancel(order).status()).isEqualTo(200);
        awaitAllEventsHandled();

        assertThat(shopper.read(order).text("/status")).isEqualTo("CANCELLED");
        await().until(() -> eventsOfOrder().contains("order.cancelled"));
        assertThat(eventsOfOrder()).isIn(List.of("order.created", "order.cancelled"),
                List.of("order.created", "order.confirmed", "order.cancelled"));
    }

    @Test
    void writesAnInvalidEventToTheDeadLetterTopicAndContinues() {
        Events.publish("inventory", TestEvent.of("inventory.reserved", order, "{\"order_id\":\"no id\"}"));
        IncomingEvent.reserved(order).publish();

        untilStatus("CONFIRMED");
        await().until(() -> isDeadLetter(order));
    }

    @Test
    void writesAnEventOfAnUnknownOrderToTheDeadLetterTopic() {
        var unknown = UUID.randomUUID();

        IncomingEvent.reserved(unknown).publish();

        await().until(() -> isDeadLetter(unknown));
    }

    private void untilStatus(String status) {
        await().until(() -> shopper.read(order).text("/status").equals(status));
    }

    /** Publishes an invalid event with the same key. When it is a dead letter, all earlier events are handled. */
    private void awaitAllEventsHandled() {
        Events.publish("inventory", TestEvent.of("inventory.reserved", order, "not JSON"));
        await().until(() -> isDeadLetter(order));
    }

    private List<String> eventsOfOrder() {
        return Events.on("orders").ofSubject(order).stream().map(TestEvent::type).toList();
    }

    private static boolean isDeadLetter(UUID key) {
        return Events.on("inventory.order-service.dlt").messages().stream()
                .anyMatch(message -> new String(message.key(), UTF_8).equals(key.toString()));
    }
}
