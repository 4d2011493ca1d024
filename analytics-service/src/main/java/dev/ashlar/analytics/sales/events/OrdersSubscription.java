package dev.ashlar.analytics.sales.events;

import dev.ashlar.analytics.sales.OrderFacts;
import dev.ashlar.analytics.sales.Progress;
import dev.ashlar.messaging.Subscription;
import java.util.function.Consumer;
import java.util.function.Function;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Learns from everything that happens to an order. */
@Configuration(proxyBeanMethods = false)
class OrdersSubscription {

    @Bean
    Subscription orders(OrderFacts facts) {
        return Subscription.to("orders")
                .on("order.created", OrderState.class, learn(facts, _ -> Progress.CREATED))
                .on("order.confirmed", OrderState.class, learn(facts, _ -> Progress.CONFIRMED))
                .on("order.rejected", OrderState.class, learn(facts, _ -> Progress.REJECTED))
                .on("order.cancelled", OrderState.class,
                        learn(facts, order -> Progress.cancelled(order.wasConfirmed())));
    }

    private static Consumer<OrderState> learn(OrderFacts facts, Function<OrderState, Progress> news) {
        return order -> facts.learn(order.toOrder(), news.apply(order));
    }
}
