package dev.ashlar.order.order;

/** {@code PENDING → CONFIRMED | REJECTED}, and {@code PENDING | CONFIRMED → CANCELLED}. */
public enum OrderStatus {

    /** Accepted; its stock is not reserved yet. */
    PENDING,
    /** Its stock is reserved. */
    CONFIRMED,
    /** Its stock could not be reserved, or not in time. */
    REJECTED,
    /** Withdrawn by its owner. */
    CANCELLED;

    boolean canBecome(OrderStatus next) {
        return switch (this) {
            case PENDING -> next != PENDING;
            case CONFIRMED -> next == CANCELLED;
            case REJECTED, CANCELLED -> false;
        };
    }
}
