package dev.ashlar.order;

import static dev.ashlar.order.Caller.twoOfEach;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.ashlar.order.Order.OrderId;
import dev.ashlar.order.pricing.PriceList;
import dev.ashlar.testing.Logs;
import dev.ashlar.testing.ServiceResponse;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.transaction.support.TransactionTemplate;

/** The log shows each change of an order, with ids that connect it to the logs of other services. */
@RunningOrderService
class OrderLogIT {

    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

    @RegisterExtension
    final Logs logs = new Logs();

    @LocalServerPort
    private int port;
    @Autowired
    private PriceList prices;
    @Autowired
    private OrderLifecycle lifecycle;
    @Autowired
    private TransactionTemplate transactions;
    private Caller shopper;
    private ServiceResponse placed;
    private UUID order;

    @BeforeEach
    void placeAnOrder() {
        shopper = Caller.shopper(port);
        placed = shopper.order(twoOfEach(new PricedProducts(prices).productFor("3.00")));
        order = placed.id();
    }

    @Test
    void logsEachChangeInOneLineWithRequestIdAndTraceId() {
        IncomingEvent.reserved(order).publishIn("checkout-7", TRACE);
        await().until(() -> shopper.read(order).text("/status").equals("CONFIRMED"));
        var cancelled = shopper.cancel(order);

        await().untilAsserted(() -> assertThat(logs.with("order_id", order)).extracting(Logs.Line::text)
                .containsExactly("Order is now PENDING", "Order is now CONFIRMED", "Order is now CANCELLED"));
        assertThat(logs.with("order_id", order)).extracting(Logs.Line::requestId)
                .containsExactly(placed.header("X-Request-Id"), "checkout-7", cancelled.header("X-Request-Id"));
        assertThat(logs.with("order_id", order)).extracting(Logs.Line::traceId).doesNotContainNull().contains(TRACE);
        assertThat(logs.with("order_id", order)).extracting(Logs.Line::level).containsOnly("INFO");
    }

    @Test
    void logsNothingWhenAChangeIsRolledBack() {
        transactions.executeWithoutResult(transaction -> {
            lifecycle.reject(new OrderId(order), "insufficient_stock");
            transaction.setRollbackOnly();
        });

        assertThat(logs.with("order_id", order)).extracting(Logs.Line::text).containsExactly("Order is now PENDING");
    }
}
