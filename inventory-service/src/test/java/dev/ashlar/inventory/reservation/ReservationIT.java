package dev.ashlar.inventory.reservation;

import static dev.ashlar.inventory.TestOrders.cancelled;
import static dev.ashlar.inventory.TestOrders.created;
import static dev.ashlar.inventory.TestOrders.inventoryEventsOf;
import static dev.ashlar.inventory.TestOrders.line;
import static dev.ashlar.inventory.TestOrders.publish;
import static dev.ashlar.inventory.TestOrders.rejected;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.ashlar.inventory.InventoryApi;
import dev.ashlar.inventory.RunningInventoryService;
import dev.ashlar.testing.EventSchemas;
import dev.ashlar.testing.Events;
import dev.ashlar.testing.TestEvent;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@RunningInventoryService
class ReservationIT {

    private final InventoryApi api;
    private final UUID order = UUID.randomUUID();

    ReservationIT(@LocalServerPort int port) {
        api = new InventoryApi(port);
    }

    @Test
    void reservesAnOrder() {
        var lamp = api.productWithStock(10);
        var chair = api.productWithStock(5);
        publish(created(order, line(lamp, 3), line(chair, 1)));
        assertPublished("inventory.reserved");
        assertThat(inventoryEventsOf(order).getFirst().data()).contains(lamp.toString(), chair.toString());
        assertThat(api.stockOf(lamp)).isEqualTo("7+3");
        assertThat(api.stockOf(chair)).isEqualTo("4+1");
    }

    @Test
    void reservesAHundredLines() {
        var products = IntStream.range(0, 100).mapToObj(_ -> api.productWithStock(1)).toList();
        publish(created(order, products.stream().map(product -> line(product, 1)).toArray(String[]::new)));
        assertPublished("inventory.reserved");
        assertThat(products).allSatisfy(product -> {
            assertThat(api.stockOf(product)).isEqualTo("0+1");
            assertThat(api.product(product).text("in_stock")).isEqualTo("false");
        });
    }

    @Test
    void reservesNothingWhenOneLineFails() {
        var lamp = api.productWithStock(10);
        var chair = api.productWithStock(1);
        publish(created(order, line(lamp, 3), line(chair, 2)));
        assertPublished("inventory.rejected");
        assertThat(inventoryEventsOf(order).getFirst().data()).contains("\"insufficient_stock\"");
        assertThat(api.stockOf(lamp)).isEqualTo("10+0");
        assertThat(api.stockOf(chair)).isEqualTo("1+0");
    }

    @Test
    void rejectsUnknownProducts() {
        var lamp = api.productWithStock(10);
        publish(created(order, line(lamp, 3), line(UUID.randomUUID(), 1)));
        assertPublished("inventory.rejected");
        assertThat(inventoryEventsOf(order).getFirst().data()).contains("\"unknown_product\"");
        assertThat(api.stockOf(lamp)).isEqualTo("10+0");
    }

    @Test
    void rejectsAProductThatNeverHadStock() {
        publish(created(order, line(api.newProduct().id(), 1)));
        assertPublished("inventory.rejected");
        assertThat(inventoryEventsOf(order).getFirst().data()).contains("\"insufficient_stock\"");
    }

    @Test
    void releasesACancelledOrderOnce() {
        var lamp = api.productWithStock(3);
        publish(created(order, line(lamp, 3)));
        publish(cancelled(order, line(lamp, 3)));
        publish(cancelled(order, line(lamp, 3)));
        assertPublished("inventory.reserved", "inventory.released");
        awaitAllEventsHandled();
        assertThat(api.stockOf(lamp)).isEqualTo("3+0");
        assertPublished("inventory.reserved", "inventory.released");
    }

    @Test
    void releasesATimedOutOrderOnce() {
        var lamp = api.productWithStock(3);
        publish(created(order, line(lamp, 3)));
        publish(rejected(order, line(lamp, 3)));
        publish(rejected(order, line(lamp, 3)));
        awaitAllEventsHandled();
        assertThat(api.stockOf(lamp)).isEqualTo("3+0");
        assertPublished("inventory.reserved", "inventory.released");
    }

    @Test
    void releasesNothingForARejectedOrder() {
        var lamp = api.productWithStock(3);
        var chair = api.productWithStock(1);
        publish(created(order, line(lamp, 3), line(chair, 2)));
        publish(rejected(order, line(lamp, 3), line(chair, 2)));
        awaitAllEventsHandled();
        assertThat(api.stockOf(lamp)).isEqualTo("3+0");
        assertThat(api.stockOf(chair)).isEqualTo("1+0");
        assertPublished("inventory.rejected");
    }

    @Test
    void reservesNothingForAnOrderThatTimedOut() {
        var lamp = api.productWithStock(3);
        publish(rejected(order, line(lamp, 1)));
        publish(created(order, line(lamp, 1)));
        awaitAllEventsHandled();
        assertThat(api.stockOf(lamp)).isEqualTo("3+0");
        assertThat(inventoryEventsOf(order)).isEmpty();
    }

    @Test
    void showsInTheCatalogueWhenTheLastPieceGoesAndReturns() {
        var lamp = api.productWithStock(1);
        publish(created(order, line(lamp, 1)));
        assertPublished("inventory.reserved");
        assertThat(api.product(lamp).text("in_stock")).isEqualTo("false");
        publish(cancelled(order, line(lamp, 1)));
        assertPublished("inventory.reserved", "inventory.released");
        assertThat(api.product(lamp).text("in_stock")).isEqualTo("true");
        await().untilAsserted(() -> assertThat(InventoryApi.eventsOf(lamp)).hasSize(4)
                .allSatisfy(event -> EventSchemas.assertValid(event.type(), event.data())));
    }

    @Test
    void reservesNothingForACancelledOrder() {
        var lamp = api.productWithStock(3);
        publish(cancelled(order, line(lamp, 1)));
        publish(created(order, line(lamp, 1)));
        awaitAllEventsHandled();
        assertThat(api.stockOf(lamp)).isEqualTo("3+0");
        assertThat(inventoryEventsOf(order)).isEmpty();
    }

    @Test
    void handlesADuplicateOnce() {
        var lamp = api.productWithStock(10);
        var created = created(order, line(lamp, 3));
        publish(created);
        publish(created);
        publish(created(order, line(lamp, 3)));
        awaitAllEventsHandled();
        assertThat(api.stockOf(lamp)).isEqualTo("7+3");
        assertPublished("inventory.reserved");
    }

    @Test
    void writesAnInvalidEventToTheDeadLetterTopicAndContinues() {
        var lamp = api.productWithStock(1);
        var invalid = TestEvent.of("order.created", order, "{\"type\": \"order.created\", \"items\": 7}");
        Events.publish("orders", invalid);
        publish(created(order, line(lamp, 1)));
        assertPublished("inventory.reserved");
        await().untilAsserted(() -> assertThat(Events.on("orders.inventory-service.dlt").ofSubject(order))
                .extracting(TestEvent::id).containsExactly(invalid.id()));
    }

    private void assertPublished(String... types) {
        await().untilAsserted(() -> assertThat(inventoryEventsOf(order))
                .allSatisfy(event -> EventSchemas.assertValid(event.type(), event.data())).extracting(TestEvent::type)
                .containsExactly(types));
    }

    /** Publishes an invalid event of the same order. When it is a dead letter, all earlier events are handled. */
    private void awaitAllEventsHandled() {
        var next = TestEvent.of("order.created", order, "{}");
        Events.publish("orders", next);
        await().untilAsserted(() -> assertThat(Events.on("orders.inventory-service.dlt").ofSubject(order))
                .extracting(TestEvent::id).contains(next.id()));
    }
}
