package dev.ashlar.inventory.reservation;

import static dev.ashlar.inventory.Orders.answersTo;
import static dev.ashlar.inventory.Orders.cancelled;
import static dev.ashlar.inventory.Orders.created;
import static dev.ashlar.inventory.Orders.line;
import static dev.ashlar.inventory.Orders.publish;
import static dev.ashlar.inventory.Orders.rejected;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.ashlar.inventory.InventoryServiceTest;
import dev.ashlar.inventory.Shop;
import dev.ashlar.testing.EventSchemas;
import dev.ashlar.testing.Events;
import dev.ashlar.testing.TestEvent;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@InventoryServiceTest
class ReservationIT {

    private final Shop shop;
    private final UUID order = UUID.randomUUID();

    ReservationIT(@LocalServerPort int port) {
        shop = new Shop(port);
    }

    @Test
    void reservesAnOrder() {
        var lamp = shop.productWithStock(10);
        var chair = shop.productWithStock(5);
        publish(created(order, line(lamp, 3), line(chair, 1)));
        answers("inventory.reserved");
        assertThat(answersTo(order).getFirst().data()).contains(lamp.toString(), chair.toString());
        assertThat(shop.stockOf(lamp)).isEqualTo("7+3");
        assertThat(shop.stockOf(chair)).isEqualTo("4+1");
    }

    @Test
    void reservesAHundredLines() {
        var products = IntStream.range(0, 100).mapToObj(_ -> shop.productWithStock(1)).toList();
        publish(created(order, products.stream().map(product -> line(product, 1)).toArray(String[]::new)));
        answers("inventory.reserved");
        assertThat(products).allSatisfy(product -> {
            assertThat(shop.stockOf(product)).isEqualTo("0+1");
            assertThat(shop.product(product).text("in_stock")).isEqualTo("false");
        });
    }

    @Test
    void takesNothingWhenOneLineFails() {
        var lamp = shop.productWithStock(10);
        var chair = shop.productWithStock(1);
        publish(created(order, line(lamp, 3), line(chair, 2)));
        answers("inventory.rejected");
        assertThat(answersTo(order).getFirst().data()).contains("\"insufficient_stock\"");
        assertThat(shop.stockOf(lamp)).isEqualTo("10+0");
        assertThat(shop.stockOf(chair)).isEqualTo("1+0");
    }

    @Test
    void rejectsUnknownProducts() {
        var lamp = shop.productWithStock(10);
        publish(created(order, line(lamp, 3), line(UUID.randomUUID(), 1)));
        answers("inventory.rejected");
        assertThat(answersTo(order).getFirst().data()).contains("\"unknown_product\"");
        assertThat(shop.stockOf(lamp)).isEqualTo("10+0");
    }

    @Test
    void rejectsAProductThatNeverHadStock() {
        publish(created(order, line(shop.newProduct().id(), 1)));
        answers("inventory.rejected");
        assertThat(answersTo(order).getFirst().data()).contains("\"insufficient_stock\"");
    }

    @Test
    void releasesACancelledOrderOnce() {
        var lamp = shop.productWithStock(3);
        publish(created(order, line(lamp, 3)));
        publish(cancelled(order, line(lamp, 3)));
        publish(cancelled(order, line(lamp, 3)));
        answers("inventory.reserved", "inventory.released");
        whenAllIsHandled();
        assertThat(shop.stockOf(lamp)).isEqualTo("3+0");
        answers("inventory.reserved", "inventory.released");
    }

    @Test
    void releasesAnOrderOnceThatTimedOutAlthoughItWasReserved() {
        var lamp = shop.productWithStock(3);
        publish(created(order, line(lamp, 3)));
        publish(rejected(order, line(lamp, 3)));
        publish(rejected(order, line(lamp, 3)));
        whenAllIsHandled();
        assertThat(shop.stockOf(lamp)).isEqualTo("3+0");
        answers("inventory.reserved", "inventory.released");
    }

    @Test
    void releasesNothingOfAnOrderThatItRejected() {
        var lamp = shop.productWithStock(3);
        var chair = shop.productWithStock(1);
        publish(created(order, line(lamp, 3), line(chair, 2)));
        publish(rejected(order, line(lamp, 3), line(chair, 2)));
        whenAllIsHandled();
        assertThat(shop.stockOf(lamp)).isEqualTo("3+0");
        assertThat(shop.stockOf(chair)).isEqualTo("1+0");
        answers("inventory.rejected");
    }

    @Test
    void reservesNothingForAnOrderThatTimedOutBefore() {
        var lamp = shop.productWithStock(3);
        publish(rejected(order, line(lamp, 1)));
        publish(created(order, line(lamp, 1)));
        whenAllIsHandled();
        assertThat(shop.stockOf(lamp)).isEqualTo("3+0");
        assertThat(answersTo(order)).isEmpty();
    }

    @Test
    void showsInTheCatalogueWhenTheLastPieceGoesAndReturns() {
        var lamp = shop.productWithStock(1);
        publish(created(order, line(lamp, 1)));
        answers("inventory.reserved");
        assertThat(shop.product(lamp).text("in_stock")).isEqualTo("false");
        publish(cancelled(order, line(lamp, 1)));
        answers("inventory.reserved", "inventory.released");
        assertThat(shop.product(lamp).text("in_stock")).isEqualTo("true");
        await().untilAsserted(() -> assertThat(Shop.eventsOf(lamp)).hasSize(4)
                .allSatisfy(event -> EventSchemas.assertValid(event.type(), event.data())));
    }

    @Test
    void reservesNothingForAnOrderThatWasCancelledBefore() {
        var lamp = shop.productWithStock(3);
        publish(cancelled(order, line(lamp, 1)));
        publish(created(order, line(lamp, 1)));
        whenAllIsHandled();
        assertThat(shop.stockOf(lamp)).isEqualTo("3+0");
        assertThat(answersTo(order)).isEmpty();
    }

    @Test
    void handlesADuplicateOnce() {
        var lamp = shop.productWithStock(10);
        var created = created(order, line(lamp, 3));
        publish(created);
        publish(created);
        publish(created(order, line(lamp, 3)));
        whenAllIsHandled();
        assertThat(shop.stockOf(lamp)).isEqualTo("7+3");
        answers("inventory.reserved");
    }

    @Test
    void setsPoisonAsideAndGoesOn() {
        var lamp = shop.productWithStock(1);
        var poison = TestEvent.of("order.created", order, "{\"type\": \"order.created\", \"items\": 7}");
        Events.publish("orders", poison);
        publish(created(order, line(lamp, 1)));
        answers("inventory.reserved");
        await().untilAsserted(() -> assertThat(Events.on("orders.inventory-service.dlt").ofSubject(order))
                .extracting(TestEvent::id).containsExactly(poison.id()));
    }

    private void answers(String... types) {
        await().untilAsserted(() -> assertThat(answersTo(order))
                .allSatisfy(event -> EventSchemas.assertValid(event.type(), event.data())).extracting(TestEvent::type)
                .containsExactly(types));
    }

    /** One more event of the order, which is poison: when that is set aside, all before it are done. */
    private void whenAllIsHandled() {
        var next = TestEvent.of("order.created", order, "{}");
        Events.publish("orders", next);
        await().untilAsserted(() -> assertThat(Events.on("orders.inventory-service.dlt").ofSubject(order))
                .extracting(TestEvent::id).contains(next.id()));
    }
}
