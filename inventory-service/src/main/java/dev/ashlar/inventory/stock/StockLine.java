package dev.ashlar.inventory.stock;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;

/** A quantity of one product, as a line of an order reserves it. */
public record StockLine(@NotNull UUID productId, @Min(1) @Max(1_000) int quantity) {}
