package dev.ashlar.inventory.catalogue.web;

import dev.ashlar.chassis.web.CurrencyCode;
import dev.ashlar.chassis.web.NotNullIfPresent;
import dev.ashlar.chassis.web.OneLine;
import dev.ashlar.inventory.catalogue.ProductDetails;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The body of {@code PATCH /products/{id}}. Absent fields keep their value. Attributes are replaced as a whole. */
record PatchProductRequest(@NotNullIfPresent @Nullable @Size(max = 200) @OneLine String name,
        @NotNullIfPresent @Nullable @Size(max = 5_000) @Pattern(regexp = TextPatterns.LINES, message = TextPatterns.LINES_MESSAGE) String description,
        @NotNullIfPresent @Nullable @Size(max = 100) @OneLine String category,
        @NotNullIfPresent @Nullable @DecimalMin("0.01") @Digits(integer = 10, fraction = 2) BigDecimal price,
        @NotNullIfPresent @Nullable @CurrencyCode String currency,
        @NotNullIfPresent @Attributes @Nullable Map<String, @Nullable Object> attributes) {

    ProductDetails appliedTo(ProductDetails current) {
        return new ProductDetails(Objects.requireNonNullElse(name, current.name()),
                Objects.requireNonNullElse(description, current.description()),
                Objects.requireNonNullElse(category, current.category()),
                Objects.requireNonNullElse(price, current.price()),
                Objects.requireNonNullElse(currency, current.currency()),
                Objects.requireNonNullElse(attributes, current.attributes()));
    }
}
