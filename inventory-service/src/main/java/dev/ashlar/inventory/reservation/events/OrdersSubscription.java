package dev.ashlar.inventory.reservation.events;

import dev.ashlar.inventory.reservation.Reservations;
import dev.ashlar.inventory.stock.StockLine;
import dev.ashlar.messaging.Subscription;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Reserves the stock of a new order, and releases the stock of a cancelled or rejected order. A rejected order has stock only if
 * order-service rejected it because it was pending for too long.
 */
@Configuration(proxyBeanMethods = false)
class OrdersSubscription {

    record Created(@NotNull UUID orderId, @NotEmpty @Size(max = 100) List<@NotNull @Valid StockLine> items) {}

    record Ended(@NotNull UUID orderId) {}

    @Bean
    Subscription orders(Reservations reservations) {
        return Subscription.to("orders").beforeBatch(payloads -> lockStock(reservations, payloads))
                .on("order.created", Created.class, order -> reservations.reserve(order.orderId, order.items))
                .on("order.cancelled", Ended.class, order -> reservations.release(order.orderId))
                .on("order.rejected", Ended.class, order -> reservations.release(order.orderId));
    }

    private static void lockStock(Reservations reservations, List<Object> payloads) {
        var products = payloads.stream().flatMap(
                payload -> payload instanceof Created created ? created.items.stream() : Stream.<StockLine>empty())
                .map(StockLine::productId).toList();
        var ended = payloads.stream().flatMap(
                payload -> payload instanceof Ended order ? Stream.of(order.orderId) : Stream.<UUID>empty()).toList();
        reservations.lockStock(products, ended);
    }
}
