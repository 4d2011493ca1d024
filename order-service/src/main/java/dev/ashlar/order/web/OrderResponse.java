package dev.ashlar.order.web;

import dev.ashlar.order.Order;
import dev.ashlar.order.Order.Status;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An order in responses. */
record OrderResponse(UUID id, Status status, List<Item> items, BigDecimal total, String currency,
        @Nullable String reason, Instant createdAt, Instant updatedAt) {

    record Item(UUID productId, int quantity, BigDecimal unitPrice) {

        static Item of(Order.Line line) {
            return new Item(line.productId(), line.quantity(), line.unitPrice());
        }
    }

    static OrderResponse of(Order order) {
        return new OrderResponse(order.getId(), order.status(), order.lines().stream().map(Item::of).toList(),
                order.total(), order.currency(), order.reason(), order.createdAt(), order.updatedAt());
    }
}
