package dev.ashlar.inventory.stock;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;

/** So many pieces of a product. */
public record Line(@NotNull UUID productId, @Min(1) @Max(1_000) int quantity) {}
