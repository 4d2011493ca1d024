package dev.ashlar.analytics.sales.events;

import dev.ashlar.analytics.sales.OrderFacts;
import dev.ashlar.messaging.Subscription;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Applies each event of an order to its fact. */
@Configuration(proxyBeanMethods = false)
class OrdersSubscription {

    @Bean
    Subscription orders(OrderFacts facts) {
        return OrderHandlers.of(facts::apply);
    }
}
