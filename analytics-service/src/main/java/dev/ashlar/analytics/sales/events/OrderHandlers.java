package dev.ashlar.analytics.sales.events;

import dev.ashlar.analytics.sales.Order;
import dev.ashlar.analytics.sales.OrderProgress;
import dev.ashlar.messaging.ReceivedEvent;
import dev.ashlar.messaging.Subscription;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** The handlers of the events of orders, for the subscription and for a rebuild. */
public final class OrderHandlers {

    private OrderHandlers() {}

    /** Counts a change of an order. */
    @FunctionalInterface
    public interface Counter {

        void apply(Order order, OrderProgress change, String eventId);
    }

    public static Subscription of(Counter counter) {
        return Subscription.to("orders")
                .on("order.created", OrderEvent.class, apply(counter, _ -> OrderProgress.CREATED))
                .on("order.confirmed", OrderEvent.class, apply(counter, _ -> OrderProgress.CONFIRMED))
                .on("order.rejected", OrderEvent.class, apply(counter, _ -> OrderProgress.REJECTED))
                .on("order.cancelled", OrderEvent.class,
                        apply(counter, order -> OrderProgress.cancelled(order.wasConfirmed())));
    }

    private static BiConsumer<OrderEvent, ReceivedEvent> apply(Counter counter,
            Function<OrderEvent, OrderProgress> progress) {
        return (order, event) -> counter.apply(order.toOrder(), progress.apply(order), event.id());
    }
}
