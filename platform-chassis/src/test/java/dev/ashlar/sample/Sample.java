package dev.ashlar.sample;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A body with a field of each kind. */
record Sample(@NotNull @Size(min = 1, max = 20) String name, @NotNull @Min(1) @Max(1_000) Integer count,
        @Nullable Integer weight, @Nullable UUID batch, @Digits(integer = 10, fraction = 2) @Nullable BigDecimal price,
        @Nullable Boolean sealed, @Nullable Shape shape, @Size(max = 100) @Nullable List<@NotNull @Valid Part> parts) {

    enum Shape {
        ROUND, SQUARE
    }

    record Part(@NotNull UUID id, @NotNull Integer count) {}
}
