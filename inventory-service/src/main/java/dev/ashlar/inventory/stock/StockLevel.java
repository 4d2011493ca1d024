package dev.ashlar.inventory.stock;

/**
 * The pieces of a product.
 *
 * @param available for new orders
 * @param reserved for existing orders
 */
public record StockLevel(int available, int reserved) {

    static final StockLevel NONE = new StockLevel(0, 0);
}
