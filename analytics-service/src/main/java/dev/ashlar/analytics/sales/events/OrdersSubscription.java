package dev.ashlar.analytics.sales.events;

import dev.ashlar.analytics.sales.OrderFacts;
import dev.ashlar.analytics.sales.OrderProgress;
import dev.ashlar.messaging.Subscription;
import java.util.function.Consumer;
import java.util.function.Function;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Applies each event of an order to its fact. */
@Configuration(proxyBeanMethods = false)
class OrdersSubscription {

    @Bean
    Subscription orders(OrderFacts facts) {
        return Subscription.to("orders")
                .on("order.created", OrderEvent.class, apply(facts, _ -> OrderProgress.CREATED))
                .on("order.confirmed", OrderEvent.class, apply(facts, _ -> OrderProgress.CONFIRMED))
                .on("order.rejected", OrderEvent.class, apply(facts, _ -> OrderProgress.REJECTED))
                .on("order.cancelled", OrderEvent.class,
                        apply(facts, order -> OrderProgress.cancelled(order.wasConfirmed())));
    }

    private static Consumer<OrderEvent> apply(OrderFacts facts, Function<OrderEvent, OrderProgress> progress) {
        return order -> facts.apply(order.toOrder(), progress.apply(order));
    }
}
