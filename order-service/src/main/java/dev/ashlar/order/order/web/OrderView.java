package dev.ashlar.order.order.web;

import dev.ashlar.order.order.Order;
import dev.ashlar.order.order.OrderLine;
import dev.ashlar.order.order.OrderStatus;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An order as callers see it. */
record OrderView(UUID id, OrderStatus status, List<Item> items, BigDecimal total, String currency,
        @Nullable String reason, Instant createdAt, Instant updatedAt) {

    record Item(UUID productId, int quantity, BigDecimal unitPrice) {

        static Item of(OrderLine line) {
            return new Item(line.productId(), line.quantity(), line.unitPrice());
        }
    }

    static OrderView of(Order order) {
        return new OrderView(order.getId(), order.status(), order.lines().stream().map(Item::of).toList(),
                order.total(), order.currency(), order.reason(), order.createdAt(), order.updatedAt());
    }
}
