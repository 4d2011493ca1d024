package dev.ashlar.order.order;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What becomes of an accepted order, one change at a time: each change locks the order's row first. */
@Service
public class OrderLifecycle {

    /** The reason of a rejection that is not inventory's. */
    static final String TIMED_OUT = "timed_out";

    private final Orders orders;
    private final OrderEvents events;
    private final Clock clock;

    OrderLifecycle(Orders orders, OrderEvents events, Clock clock) {
        this.orders = orders;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Withdraws an order of the user's.
     *
     * @throws UnknownOrder if the user has no such order
     * @throws TransitionRefused if it is too late
     */
    @Transactional
    public Order cancel(UUID order, UUID user) {
        return change(orders.findLockedByIdAndUserId(order, user).orElseThrow(UnknownOrder::new), Order::cancel);
    }

    /** The order's stock is reserved. If the order is no longer pending, this comes too late and changes nothing. */
    @Transactional
    public void confirm(UUID order) {
        settle(order, Order::confirm);
    }

    /** The order's stock can't be reserved, for the reason given as a code; too late, it changes nothing. */
    @Transactional
    public void reject(UUID order, String reason) {
        settle(order, (pending, now) -> pending.reject(reason, now));
    }

    /**
     * Rejects orders that are pending since before the given time, the oldest first. What another instance, a cancel or
     * inventory's answer is changing right now is left to it.
     *
     * @return how many; as many as the batch may have if there are more
     */
    @Transactional
    int rejectOverdue(Instant before, int batch) {
        var overdue = orders.lockPending(before, Limit.of(batch));
        overdue.forEach(order -> change(order, (pending, now) -> pending.reject(TIMED_OUT, now)));
        return overdue.size();
    }

    private void settle(UUID id, BiConsumer<Order, Instant> outcome) {
        var order = orders.findLockedById(id).orElseThrow(UnknownOrder::new);
        if (order.status() == OrderStatus.PENDING) {
            change(order, outcome);
        }
    }

    private Order change(Order order, BiConsumer<Order, Instant> transition) {
        var previous = order.status();
        transition.accept(order, clock.instant());
        orders.flush();
        events.changed(order, previous);
        OrderLog.changed(order, previous);
        return order;
    }
}
