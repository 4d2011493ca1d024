package dev.ashlar.inventory.reservation;

import static dev.ashlar.inventory.TestOrders.cancelled;
import static dev.ashlar.inventory.TestOrders.created;
import static dev.ashlar.inventory.TestOrders.line;
import static dev.ashlar.inventory.TestOrders.publish;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.ashlar.inventory.InventoryApi;
import dev.ashlar.inventory.RunningInventoryService;
import dev.ashlar.testing.Logs;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The log shows each change of an order's stock, with ids that connect it to the logs of other services. */
@RunningInventoryService
class ReservationLogIT {

    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

    @RegisterExtension
    final Logs logs = new Logs();

    private final InventoryApi api;
    private final UUID order = UUID.randomUUID();

    ReservationLogIT(@LocalServerPort int port) {
        api = new InventoryApi(port);
    }

    @Test
    void logsEachChangeInOneLineWithRequestIdAndTraceId() {
        var line = line(api.productWithStock(10), 3);
        publish(created(order, line).in("checkout-7", TRACE));
        publish(cancelled(order, line).in("checkout-8", TRACE));

        await().untilAsserted(() -> assertThat(logs.with("order_id", order)).extracting(Logs.Line::text)
                .containsExactly("Stock of an order is now RESERVED", "Stock of an order is now RELEASED"));
        assertThat(logs.with("order_id", order)).extracting(Logs.Line::requestId)
                .containsExactly("checkout-7", "checkout-8");
        assertThat(logs.with("order_id", order)).extracting(Logs.Line::traceId).containsOnly(TRACE);
    }

    @Test
    void logsTheReasonOfARejection() {
        publish(created(order, line(api.productWithStock(1), 3)).in("checkout-9", TRACE));

        await().untilAsserted(() -> assertThat(logs.with("order_id", order)).singleElement().satisfies(line -> {
            assertThat(line.text()).isEqualTo("Stock of an order is now REFUSED");
            assertThat(line.values()).containsEntry("reason", "insufficient_stock");
        }));
    }

    @Test
    void logsThatAnOrderEndedBeforeItWasReserved() {
        var line = line(api.productWithStock(10), 3);
        publish(cancelled(order, line).in("checkout-8", TRACE));
        publish(created(order, line).in("checkout-7", TRACE));

        await().untilAsserted(() -> assertThat(logs.with("order_id", order)).extracting(Logs.Line::text)
                .containsExactly("Stock of an order is now RELEASED",
                        "Stock of an order is not reserved: it was decided before"));
        assertThat(logs.with("order_id", order).getFirst().values())
                .containsEntry("reason", "ended_before_it_was_reserved");
    }

    @Test
    void logsTheActionsOfAnAdmin() {
        var product = api.productWithStock(1);

        assertThat(logs.of("ashlar.security")).extracting(line -> line.values().get("path"))
                .contains("/api/v1/products", "/api/v1/products/" + product + "/stock-adjustments");
    }
}
