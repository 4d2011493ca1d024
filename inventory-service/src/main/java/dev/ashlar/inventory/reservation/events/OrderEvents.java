package dev.ashlar.inventory.reservation.events;

import dev.ashlar.chassis.messaging.Subscription;
import dev.ashlar.inventory.reservation.Reservations;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** An order that is created wants its stock; one that is cancelled gives it back. */
@Configuration(proxyBeanMethods = false)
class OrderEvents {

    @Bean
    Subscription orders(Reservations reservations) {
        return Subscription.to("orders")
                .on("order.created", OrderCreated.class, order -> reservations.reserve(order.orderId(), order.items()))
                .on("order.cancelled", OrderCancelled.class, order -> reservations.release(order.orderId()));
    }
}
