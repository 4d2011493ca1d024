package dev.ashlar.inventory.stock.web;

import dev.ashlar.inventory.stock.StockLevel;

/** The stock of a product in responses. */
record StockResponse(int available, int reserved) {

    static StockResponse of(StockLevel level) {
        return new StockResponse(level.available(), level.reserved());
    }
}
