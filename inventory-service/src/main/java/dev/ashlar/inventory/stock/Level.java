package dev.ashlar.inventory.stock;

/**
 * How many pieces of a product there are.
 *
 * @param available for new orders
 * @param reserved held for orders
 */
public record Level(int available, int reserved) {

    static final Level NONE = new Level(0, 0);
}
