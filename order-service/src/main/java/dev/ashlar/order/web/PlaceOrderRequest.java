package dev.ashlar.order.web;

import dev.ashlar.chassis.web.Problem;
import dev.ashlar.order.Quote;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;

/** The body of {@code POST /orders}. */
record PlaceOrderRequest(@NotNull @Size(min = 1, max = 100) List<@NotNull @Valid Item> items) {

    record Item(@NotNull UUID productId, @NotNull @Min(1) @Max(1_000) Integer quantity) {}

    /** @throws Problem 400 if two items have the same product */
    List<Quote.Item> quoteItems() {
        var products = new HashSet<UUID>();
        for (var i = 0; i < items.size(); i++) {
            if (!products.add(items.get(i).productId)) {
                throw Problem.badRequest("items[%d].product_id".formatted(i),
                        "is in the order twice; send one line with the sum of the quantities");
            }
        }
        return items.stream().map(item -> new Quote.Item(item.productId, item.quantity)).toList();
    }
}
