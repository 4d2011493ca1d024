package dev.ashlar.inventory.reservation;

import static dev.ashlar.inventory.TestOrders.cancelled;
import static dev.ashlar.inventory.TestOrders.created;
import static dev.ashlar.inventory.TestOrders.inventoryEventsOf;
import static dev.ashlar.inventory.TestOrders.line;
import static dev.ashlar.inventory.TestOrders.publish;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.ashlar.inventory.InventoryApi;
import dev.ashlar.inventory.RunningInventoryService;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@RunningInventoryService
class ReservationStepsIT {

    private final InventoryApi api;
    private final UUID order = UUID.randomUUID();
    private final String path = "/inventory/steps?order_id=" + order;

    ReservationStepsIT(@LocalServerPort int port) {
        api = new InventoryApi(port);
    }

    @Test
    void showAReservationAndItsRelease() {
        var lamp = api.productWithStock(1);
        publish(created(order, line(lamp, 1)));
        publish(cancelled(order, line(lamp, 1)));

        awaitSteps("reserved", "released");
        await().until(() -> inventoryEventsOf(order).size() == 2);
        assertThat(api.admin.get(path).items("event_id"))
                .containsExactlyElementsOf(inventoryEventsOf(order).stream().map(event -> event.id()).toList());
    }

    @Test
    void showARefusal() {
        publish(created(order, line(api.productWithStock(1), 2)));

        awaitSteps("refused");
    }

    @Test
    void showTheReleaseOfAnOrderThatIsCancelledBeforeItsReservation() {
        publish(cancelled(order, line(api.productWithStock(1), 1)));

        awaitSteps("released");
    }

    @Test
    void areForAdminsOnly() {
        api.anyone.get(path).is(401);
        api.shopper.get(path).is(403);
        api.admin.get("/inventory/steps").is(400);
    }

    private void awaitSteps(String... expected) {
        await().untilAsserted(() -> assertThat(api.admin.get(path).is(200).items("step")).containsExactly(expected));
    }
}
