package dev.ashlar.order.order.events;

import dev.ashlar.messaging.Outbox;
import dev.ashlar.messaging.Topic;
import dev.ashlar.order.order.Order;
import dev.ashlar.order.order.OrderEvents;
import dev.ashlar.order.order.OrderStatus;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The topic {@code orders}, kept for ever, and how a change gets there. */
@Configuration(proxyBeanMethods = false)
class OrdersTopic {

    private static final String NAME = "orders";

    @Bean
    Topic orderStream() {
        return Topic.kept(NAME);
    }

    @Bean
    OrderEvents orderEvents(Outbox outbox) {
        return (Order order, @Nullable OrderStatus previous) -> outbox.append(NAME, order.getId(),
                OrderEvent.of(order, previous));
    }
}
