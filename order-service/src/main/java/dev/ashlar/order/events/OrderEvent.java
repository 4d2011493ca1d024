package dev.ashlar.order.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.ashlar.messaging.EventPayload;
import dev.ashlar.order.Order;
import dev.ashlar.order.Order.Status;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Any {@code order.*} event. It carries the whole order after the change, so consumers need no other event (ADR 22). */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record OrderEvent(String type, UUID orderId, long orderVersion, UUID userId, Status status, List<Line> items,
        BigDecimal total, String currency, @Nullable String reason, @Nullable Status previousStatus,
        Instant createdAt, Instant occurredAt) implements EventPayload {

    /** Keyed by order. */
    public static final String TOPIC = "orders";

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Line(UUID productId, @Nullable String name, int quantity, BigDecimal unitPrice) {

        static Line of(Order.Line line) {
            return new Line(line.productId(), line.name(), line.quantity(), line.unitPrice());
        }
    }

    /** @param previous null for a new order */
    public static OrderEvent of(Order order, @Nullable Status previous) {
        return new OrderEvent(type(order.status()), order.getId(), order.version(), order.userId().value(),
                order.status(), order.lines().stream().map(Line::of).toList(), order.total(), order.currency(),
                order.reason(), order.status() == Status.CANCELLED ? previous : null, order.createdAt(),
                order.updatedAt());
    }

    private static String type(Status status) {
        return switch (status) {
            case PENDING -> "order.created";
            case CONFIRMED -> "order.confirmed";
            case REJECTED -> "order.rejected";
            case CANCELLED -> "order.cancelled";
        };
    }
}
