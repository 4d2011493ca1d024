package dev.ashlar.analytics.sales;

/**
 * What has happened to an order, as far as it is known. Knowledge only grows: whatever sequence events come in, the result is the
 * same (ADR 22).
 *
 * @param confirmed that it was at some time, even if it was cancelled later
 */
public record Progress(boolean confirmed, boolean rejected, boolean cancelled) {

    /** What {@code order.created} tells. */
    public static final Progress CREATED = new Progress(false, false, false);
    /** What {@code order.confirmed} tells. */
    public static final Progress CONFIRMED = new Progress(true, false, false);
    /** What {@code order.rejected} tells. */
    public static final Progress REJECTED = new Progress(false, true, false);

    /** What {@code order.cancelled} tells: it names the state before, so the confirmation is known even if its event is not. */
    public static Progress cancelled(boolean wasConfirmed) {
        return new Progress(wasConfirmed, false, true);
    }

    Progress and(Progress news) {
        return new Progress(confirmed || news.confirmed, rejected || news.rejected, cancelled || news.cancelled);
    }

    /** The last status that is known, as order-service calls it. */
    String status() {
        if (cancelled) {
            return "CANCELLED";
        }
        return rejected ? "REJECTED" : confirmed ? "CONFIRMED" : "PENDING";
    }

    /** Whether the order's total is revenue. */
    boolean isSold() {
        return confirmed && !cancelled;
    }
}
