package dev.ashlar.inventory.stock;

/** What became of an adjustment. */
public sealed interface Adjusted {

    /** It was made. */
    record To(Level level) implements Adjusted {}

    /** It was refused: there would be less than nothing, or more than {@link Stock#MOST}. */
    record OutOfBounds() implements Adjusted {}

    /** There is no such product. */
    record UnknownProduct() implements Adjusted {}
}
