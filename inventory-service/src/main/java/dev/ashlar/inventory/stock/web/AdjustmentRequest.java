package dev.ashlar.inventory.stock.web;

import dev.ashlar.chassis.web.OneLine;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** The body of {@code POST /products/{id}/stock-adjustments}. */
record AdjustmentRequest(@Min(-1_000_000) @Max(1_000_000) int delta,
        @NotNull @Size(max = 200) @OneLine String reason) {}
