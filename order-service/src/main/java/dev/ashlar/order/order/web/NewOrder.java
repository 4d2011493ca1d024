package dev.ashlar.order.order.web;

import dev.ashlar.chassis.web.Problem;
import dev.ashlar.order.order.WantedLine;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;

/** The body of {@code POST /orders}. */
record NewOrder(@NotNull @Size(min = 1, max = 100) List<@NotNull @Valid Item> items) {

    record Item(@NotNull UUID productId, @NotNull @Min(1) @Max(1_000) Integer quantity) {}

    /** @throws Problem 400 if a product comes twice */
    List<WantedLine> lines() {
        var lines = new ArrayList<WantedLine>();
        var products = new HashSet<UUID>();
        for (var item : items) {
            if (!products.add(item.productId)) {
                throw Problem.badRequest("items[%d].product_id".formatted(lines.size()),
                        "is in the order twice; send one line with the sum of the quantities");
            }
            lines.add(new WantedLine(item.productId, item.quantity));
        }
        return lines;
    }
}
