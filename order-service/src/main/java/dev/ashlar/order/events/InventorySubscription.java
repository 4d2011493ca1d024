package dev.ashlar.order.events;

import dev.ashlar.messaging.Subscription;
import dev.ashlar.order.Order.OrderId;
import dev.ashlar.order.OrderLifecycle;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Confirms or rejects orders by the events of inventory-service. Ignores {@code inventory.released}: the order has ended by then. */
@Configuration(proxyBeanMethods = false)
class InventorySubscription {

    record Reserved(@NotNull UUID orderId) {}

    /** @param reason a code; newer versions of inventory-service may send new codes of this form */
    record Rejected(@NotNull UUID orderId, @NotBlank @Pattern(regexp = "[a-z0-9_.-]{1,100}") String reason) {}

    @Bean
    Subscription inventory(OrderLifecycle lifecycle) {
        return Subscription.to("inventory")
                .on("inventory.reserved", Reserved.class, event -> lifecycle.confirm(new OrderId(event.orderId)))
                .on("inventory.rejected", Rejected.class,
                        event -> lifecycle.reject(new OrderId(event.orderId), event.reason));
    }
}
