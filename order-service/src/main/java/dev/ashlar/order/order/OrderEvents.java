package dev.ashlar.order.order;

import org.jspecify.annotations.Nullable;

/** Who wants to know what became of orders; told in the transaction of the change. */
public interface OrderEvents {

    /** The order now is what it says; {@code previous} is null if it was just placed. */
    void changed(Order order, @Nullable OrderStatus previous);
}
