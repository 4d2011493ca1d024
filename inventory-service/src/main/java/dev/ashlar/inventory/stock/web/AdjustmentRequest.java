package dev.ashlar.inventory.stock.web;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/** The body of {@code POST /products/{id}/stock-adjustments}. The reason is text on one line. */
record AdjustmentRequest(@Min(-1_000_000) @Max(1_000_000) int delta,
        @NotNull @Size(max = 200) @Pattern(regexp = "(?!\\p{Z}*+$)[^\\p{Cc}\\p{Cs}\\p{Zl}\\p{Zp}]++", message = "must be text on one line, not blank, without control characters") String reason) {}
