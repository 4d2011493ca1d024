package dev.ashlar.order.order;

import dev.ashlar.chassis.observability.AfterCommit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One log line for each change of an order's status, once it is committed. */
final class OrderLog {

    private static final Logger log = LoggerFactory.getLogger(OrderLog.class);

    private OrderLog() {}

    /** The order now is what it says; {@code previous} is null if it was just placed. */
    static void changed(Order order, @Nullable OrderStatus previous) {
        var line = log.atInfo().addKeyValue("order_id", order.getId()).addKeyValue("user_id", order.userId())
                .addKeyValue("previous", previous == null ? "none" : previous)
                .addKeyValue("reason", order.reason() == null ? "none" : order.reason())
                .addArgument(order.status());
        AfterCommit.run(() -> line.log("Order is now {}"));
    }
}
