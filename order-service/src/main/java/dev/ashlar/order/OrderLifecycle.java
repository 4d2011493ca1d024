package dev.ashlar.order;

import dev.ashlar.chassis.observability.AfterCommit;
import dev.ashlar.messaging.Outbox;
import dev.ashlar.messaging.OutboxDepth;
import dev.ashlar.order.Order.OrderId;
import dev.ashlar.order.Order.Status;
import dev.ashlar.order.Order.UserId;
import dev.ashlar.order.Quote.Item;
import dev.ashlar.order.events.OrderEvent;
import dev.ashlar.order.live.StatusChannel;
import dev.ashlar.order.pricing.PriceList;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Places orders and changes their status. Each change locks the order's row, so one order has one change at a time. */
@Service
public class OrderLifecycle {

    /** The reason of a rejection that inventory-service did not decide. */
    static final String TIMED_OUT = "timed_out";

    private static final Logger log = LoggerFactory.getLogger(OrderLifecycle.class);

    private final PriceList prices;
    private final Orders orders;
    private final Outbox outbox;
    private final OutboxDepth depth;
    private final StatusChannel live;
    private final OrderProperties properties;
    private final Clock clock;

    OrderLifecycle(PriceList prices, Orders orders, Outbox outbox, OutboxDepth depth, StatusChannel live,
            OrderProperties properties, Clock clock) {
        this.prices = prices;
        this.orders = orders;
        this.outbox = outbox;
        this.depth = depth;
        this.live = live;
        this.properties = properties;
        this.clock = clock;
    }

    /**
     * Accepts an order at the current prices.
     *
     * @param items each of another product
     * @throws OrderRefused if a product is unknown, the currencies differ, the total is too large or too many events wait for Kafka
     */
    @Transactional
    public Order place(UserId user, List<Item> items) {
        if (depth.exceeds(properties.outboxLimit(), properties.outboxAgeLimit())) {
            throw new OrderRefused.OutboxFull();
        }
        var quote = Quote.of(items, prices.of(items.stream().map(Item::productId).toList()));
        var order = orders.save(new Order(user, quote, clock.instant()));
        publish(order, null);
        return order;
    }

    /** @throws OrderRefused if the user has no such order, or the order's status forbids it */
    @Transactional
    public Order cancel(OrderId id, UserId user) {
        var order = orders.findLockedByIdAndUserId(id.value(), user).orElseThrow(OrderRefused.UnknownOrder::new);
        change(order, Order::cancel);
        return order;
    }

    /** Confirms an order whose stock is reserved. Does nothing if the order is no longer pending. */
    @Transactional
    public void confirm(OrderId id) {
        settle(id, Order::confirm);
    }

    /**
     * Rejects an order whose stock can't be reserved. Does nothing if the order is no longer pending.
     *
     * @param reason a code, such as {@code insufficient_stock}
     */
    @Transactional
    public void reject(OrderId id, String reason) {
        settle(id, (order, now) -> order.reject(reason, now));
    }

    /**
     * Rejects orders that have been pending since before the given time, oldest first. Skips orders that another
     * transaction is changing.
     *
     * @return the number of rejected orders, at most {@code batch}
     */
    @Transactional
    int rejectOverdue(Instant before, int batch) {
        var overdue = orders.lockPending(before, Limit.of(batch));
        overdue.forEach(pending -> change(pending, (order, now) -> order.reject(TIMED_OUT, now)));
        return overdue.size();
    }

    private void settle(OrderId id, BiConsumer<Order, Instant> change) {
        var order = orders.findLockedById(id.value()).orElseThrow(OrderRefused.UnknownOrder::new);
        if (order.status() == Status.PENDING) {
            change(order, change);
        }
    }

    private void change(Order order, BiConsumer<Order, Instant> change) {
        var previous = order.status();
        change.accept(order, clock.instant());
        publish(order, previous);
        AfterCommit.run(() -> live.changed(order.getId()));
    }

    private void publish(Order order, @Nullable Status previous) {
        orders.flush();
        outbox.append(OrderEvent.TOPIC, order.getId(), OrderEvent.of(order, previous));
        var line = log.atInfo().addKeyValue("order_id", order.getId())
                .addKeyValue("user_id", order.userId().value())
                .addKeyValue("previous", previous == null ? "none" : previous)
                .addKeyValue("reason", order.reason() == null ? "none" : order.reason())
                .addArgument(order.status());
        AfterCommit.run(() -> line.log("Order is now {}"));
    }
}
