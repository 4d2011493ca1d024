package dev.ashlar.analytics.sales;

/**
 * The status changes of an order that events have reported. Flags are never unset, so the result does not depend on the sequence of
 * the events (ADR 22).
 *
 * @param confirmed true if the order was confirmed at some time, even if it was cancelled later
 */
public record OrderProgress(boolean confirmed, boolean rejected, boolean cancelled) {

    public static final OrderProgress CREATED = new OrderProgress(false, false, false);
    public static final OrderProgress CONFIRMED = new OrderProgress(true, false, false);
    public static final OrderProgress REJECTED = new OrderProgress(false, true, false);

    /** {@code order.cancelled} contains the previous status, so it also reports a confirmation whose event has not arrived. */
    public static OrderProgress cancelled(boolean wasConfirmed) {
        return new OrderProgress(wasConfirmed, false, true);
    }

    OrderProgress merge(OrderProgress other) {
        return new OrderProgress(confirmed || other.confirmed, rejected || other.rejected,
                cancelled || other.cancelled);
    }

    /** The status in the words of order-service. */
    String status() {
        if (cancelled) {
            return "CANCELLED";
        }
        return rejected ? "REJECTED" : confirmed ? "CONFIRMED" : "PENDING";
    }

    /** True if the order counts as revenue. */
    boolean isSold() {
        return confirmed && !cancelled;
    }
}
