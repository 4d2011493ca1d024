package dev.ashlar.order.order.events;

import dev.ashlar.messaging.Subscription;
import dev.ashlar.order.order.OrderLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Inventory's answer to an order settles it. That stock was released needs no answer: only the order's own end causes it. */
@Configuration(proxyBeanMethods = false)
class InventorySubscription {

    @Bean
    Subscription inventory(OrderLifecycle lifecycle) {
        return Subscription.to("inventory")
                .on("inventory.reserved", StockReserved.class, stock -> lifecycle.confirm(stock.orderId()))
                .on("inventory.rejected", StockRejected.class,
                        stock -> lifecycle.reject(stock.orderId(), stock.reason()));
    }
}
