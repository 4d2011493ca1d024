package dev.ashlar.inventory.stock;

/** An adjustment that can't be made. It changes nothing. */
public abstract sealed class AdjustmentRefused extends RuntimeException {

    /** There would be less than nothing available, or more than {@link Stock#MAX_PIECES} in all. */
    public static final class OutOfBounds extends AdjustmentRefused {}

    public static final class UnknownProduct extends AdjustmentRefused {}
}
