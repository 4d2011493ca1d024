package dev.ashlar.order.order;

import java.util.List;

/** An order that is well formed and yet can't be accepted. */
public abstract sealed class OrderRefused extends RuntimeException {

    /** Some products are unknown here or were removed. */
    public static final class UnknownProducts extends OrderRefused {

        private final transient List<Integer> lines;

        UnknownProducts(List<Integer> lines) {
            this.lines = lines;
        }

        /** Where they are in the order, from 0. */
        public List<Integer> lines() {
            return lines;
        }
    }

    /** The prices are in more than one currency. */
    public static final class SeveralCurrencies extends OrderRefused {}

    /** The total is above {@link Quote#MAX_TOTAL}. */
    public static final class TotalTooLarge extends OrderRefused {}
}
