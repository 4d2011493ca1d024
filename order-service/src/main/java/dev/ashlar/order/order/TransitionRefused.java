package dev.ashlar.order.order;

import java.util.Locale;

/** An order can't go where it was sent; the message says where it stands and is fit for the caller. */
public final class TransitionRefused extends RuntimeException {

    TransitionRefused(OrderStatus current, OrderStatus wanted) {
        super("The order is %s and can't be %s.".formatted(current, wanted.name().toLowerCase(Locale.ROOT)));
    }
}
