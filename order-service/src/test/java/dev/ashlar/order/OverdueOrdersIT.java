package dev.ashlar.order;

import static dev.ashlar.order.Caller.twoOfEach;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.ashlar.order.Order.UserId;
import dev.ashlar.order.Quote.Item;
import dev.ashlar.order.pricing.PriceList;
import dev.ashlar.order.pricing.PriceList.Price;
import dev.ashlar.testing.EventSchemas;
import dev.ashlar.testing.Events;
import dev.ashlar.testing.Logs;
import dev.ashlar.testing.TestEvent;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@RunningOrderService
class OverdueOrdersIT {

    @RegisterExtension
    final Logs logs = new Logs();

    @LocalServerPort
    private int port;
    @Autowired
    private PriceList prices;
    @Autowired
    private OverdueOrders overdue;
    @Autowired
    private OrderLifecycle lifecycle;
    @Autowired
    private Orders orders;
    @Autowired
    private TransactionTemplate transactions;
    @Autowired
    private JdbcClient jdbc;
    private UUID lamp;
    private Caller shopper;

    @BeforeEach
    void openTheShop() {
        lamp = UuidCreator.getTimeOrderedEpoch();
        prices.put(lamp, 1, new Price(new BigDecimal("3.00"), "USD", "Lamp"));
        shopper = Caller.shopper(port);
    }

    @Test
    void rejectsAnOrderThatIsPendingForMoreThanADay() {
        var order = orderOfYesterday();

        overdue.sweep();

        var rejected = shopper.read(order);
        assertThat(rejected.text("/status")).isEqualTo("REJECTED");
        assertThat(rejected.text("/reason")).isEqualTo("timed_out");
        assertThat(rejected.header("ETag")).isEqualTo("\"2\"");
        assertThat(logs.with("order_id", order)).last().satisfies(line -> {
            assertThat(line.text()).isEqualTo("Order is now REJECTED");
            assertThat(line.values()).containsEntry("reason", "timed_out");
        });
        await().until(() -> eventsOf(order).size() == 2);
        assertThat(eventsOf(order).getLast().type()).isEqualTo("order.rejected");
        EventSchemas.assertValid("order.rejected", eventsOf(order).getLast().data());
    }

    @Test
    void keepsAYoungerOrderPending() {
        var order = order();
        age(order, "23 hours 59 minutes");

        overdue.sweep();

        assertThat(shopper.read(order).text("/status")).isEqualTo("PENDING");
    }

    @Test
    void ignoresConfirmedAndCancelledOrders() {
        var confirmed = order();
        IncomingEvent.reserved(confirmed).publish();
        await().until(() -> shopper.read(confirmed).text("/status").equals("CONFIRMED"));
        var cancelled = order();
        shopper.cancel(cancelled);
        age(confirmed, "25 hours");
        age(cancelled, "25 hours");

        overdue.sweep();

        assertThat(shopper.read(confirmed).text("/status")).isEqualTo("CONFIRMED");
        assertThat(shopper.read(cancelled).text("/status")).isEqualTo("CANCELLED");
    }

    @Test
    void ignoresALateEventOfInventory() {
        var order = orderOfYesterday();
        overdue.sweep();

        IncomingEvent.reserved(order).publish();
        IncomingEvent.rejected(order).publish();
        awaitAllEventsHandled(order);

        assertThat(shopper.read(order).text("/reason")).isEqualTo("timed_out");
        assertThat(shopper.read(order).header("ETag")).isEqualTo("\"2\"");
        assertThat(shopper.cancel(order).status()).isEqualTo(409);
    }

    @Test
    void skipsAnOrderThatAnotherTransactionHasLocked() {
        var locked = orderOfYesterday();
        var other = orderOfYesterday();

        transactions.executeWithoutResult(_ -> {
            orders.findLockedById(locked);
            CompletableFuture.runAsync(overdue::sweep).join();
        });

        assertThat(shopper.read(locked).text("/status")).isEqualTo("PENDING");
        assertThat(shopper.read(other).text("/status")).isEqualTo("REJECTED");
        overdue.sweep();
        assertThat(shopper.read(locked).text("/status")).isEqualTo("REJECTED");
    }

    @Test
    void rejectsAnOrderOnceWhenSeveralInstancesSweep() {
        var order = orderOfYesterday();

        CompletableFuture.allOf(Stream.generate(() -> CompletableFuture.runAsync(overdue::sweep)).limit(4)
                .toArray(CompletableFuture[]::new)).join();

        assertThat(shopper.read(order).header("ETag")).isEqualTo("\"2\"");
        await().until(() -> eventsOf(order).size() == 2);
    }

    @Test
    void rejectsMoreOrdersThanOneBatchInOneSweep() {
        var many = Stream.generate(() -> lifecycle.place(new UserId(shopper.id()), List.of(new Item(lamp, 1))))
                .limit(120).toList();
        jdbc.sql("UPDATE orders SET created_at = created_at - interval '25 hours' WHERE user_id = ?")
                .param(shopper.id()).update();

        overdue.sweep();

        assertThat(jdbc.sql("SELECT count(*) FROM orders WHERE user_id = ? AND reason = 'timed_out'")
                .param(shopper.id()).query(Integer.class).single()).isEqualTo(many.size());
    }

    private UUID orderOfYesterday() {
        var order = order();
        age(order, "24 hours 1 second");
        return order;
    }

    private UUID order() {
        return shopper.order(twoOfEach(lamp)).id();
    }

    private void age(UUID order, String interval) {
        jdbc.sql("UPDATE orders SET created_at = created_at - ?::interval WHERE id = ?").param(interval).param(order)
                .update();
    }

    private static List<TestEvent> eventsOf(UUID order) {
        return Events.on("orders").ofSubject(order);
    }

    /** Publishes an invalid event with the same key. When it is a dead letter, all earlier events are handled. */
    private static void awaitAllEventsHandled(UUID order) {
        var next = TestEvent.of("inventory.reserved", order, "not JSON");
        Events.publish("inventory", next);
        await().untilAsserted(() -> assertThat(Events.on("inventory.order-service.dlt").ofSubject(order))
                .extracting(TestEvent::id).contains(next.id()));
    }
}
