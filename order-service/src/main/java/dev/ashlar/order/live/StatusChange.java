package dev.ashlar.order.live;

import dev.ashlar.order.Order.Status;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The status of an order at one of its versions.
 *
 * @param reason of a rejection, otherwise null
 * @param at when the order got this status
 */
public record StatusChange(UUID orderId, long version, Status status, @Nullable String reason, Instant at) {

    /** True if the status can't change any more. */
    public boolean isFinal() {
        return status == Status.REJECTED || status == Status.CANCELLED;
    }
}
