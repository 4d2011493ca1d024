package dev.ashlar.order.order.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.ashlar.messaging.EventPayload;
import dev.ashlar.order.order.Order;
import dev.ashlar.order.order.OrderLine;
import dev.ashlar.order.order.OrderStatus;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Any of the {@code order.*} events: the whole order as it is now, so that consumers need no other event (ADR 22). */
@JsonInclude(JsonInclude.Include.NON_NULL)
record OrderEvent(String type, UUID orderId, long orderVersion, UUID userId, OrderStatus status, List<Line> items,
        BigDecimal total, String currency, @Nullable String reason, @Nullable OrderStatus previousStatus,
        Instant createdAt, Instant occurredAt) implements EventPayload {

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Line(UUID productId, @Nullable String name, int quantity, BigDecimal unitPrice) {

        static Line of(OrderLine line) {
            return new Line(line.productId(), line.name(), line.quantity(), line.unitPrice());
        }
    }

    static OrderEvent of(Order order, @Nullable OrderStatus previous) {
        return new OrderEvent(type(order.status()), order.getId(), order.version(), order.userId(), order.status(),
                order.lines().stream().map(Line::of).toList(), order.total(), order.currency(), order.reason(),
                order.status() == OrderStatus.CANCELLED ? previous : null, order.createdAt(), order.updatedAt());
    }

    private static String type(OrderStatus status) {
        return switch (status) {
            case PENDING -> "order.created";
            case CONFIRMED -> "order.confirmed";
            case REJECTED -> "order.rejected";
            case CANCELLED -> "order.cancelled";
        };
    }
}
