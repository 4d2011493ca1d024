package dev.ashlar.order;

import dev.ashlar.order.Order.Status;
import java.util.List;
import java.util.Locale;

/** A well-formed request that the state of the shop or of the order forbids. */
public abstract sealed class OrderRefused extends RuntimeException {

    OrderRefused() {}

    OrderRefused(String message) {
        super(message);
    }

    /** Some products are not on sale: this service does not know them, or they were removed. */
    public static final class UnknownProducts extends OrderRefused {

        private final transient List<Integer> lines;

        UnknownProducts(List<Integer> lines) {
            this.lines = lines;
        }

        /** Their positions in the request, from 0. */
        public List<Integer> lines() {
            return lines;
        }
    }

    /** The products are priced in more than one currency. */
    public static final class SeveralCurrencies extends OrderRefused {}

    /** The total is above {@link Quote#MAX_TOTAL}. */
    public static final class TotalTooLarge extends OrderRefused {}

    /** Too many events wait for Kafka, or wait for too long. */
    public static final class OutboxFull extends OrderRefused {}

    /** There is no such order, or another user owns it. */
    public static final class UnknownOrder extends OrderRefused {}

    /** The order's status forbids the change. The message names the status and is meant for the caller. */
    public static final class WrongStatus extends OrderRefused {

        WrongStatus(Status current, Status next) {
            super("The order is %s and can't be %s.".formatted(current, next.name().toLowerCase(Locale.ROOT)));
        }
    }
}
