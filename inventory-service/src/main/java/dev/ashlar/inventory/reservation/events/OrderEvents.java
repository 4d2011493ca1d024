package dev.ashlar.inventory.reservation.events;

import dev.ashlar.messaging.Subscription;
import dev.ashlar.inventory.reservation.Reservations;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * An order that is created wants its stock; one that has ended without it gives it back. A rejected one has none if the rejection
 * was inventory's own, but may have some if the order was not answered in time.
 */
@Configuration(proxyBeanMethods = false)
class OrderEvents {

    @Bean
    Subscription orders(Reservations reservations) {
        return Subscription.to("orders")
                .on("order.created", OrderCreated.class, order -> reservations.reserve(order.orderId(), order.items()))
                .on("order.cancelled", OrderEnded.class, order -> reservations.release(order.orderId()))
                .on("order.rejected", OrderEnded.class, order -> reservations.release(order.orderId()));
    }
}
