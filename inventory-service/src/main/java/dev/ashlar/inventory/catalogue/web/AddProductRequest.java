package dev.ashlar.inventory.catalogue.web;

import dev.ashlar.chassis.web.CurrencyCode;
import dev.ashlar.chassis.web.OneLine;
import dev.ashlar.inventory.catalogue.ProductDetails;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The body of {@code POST /products}. */
record AddProductRequest(
        @NotNull @Size(max = 64) @Pattern(regexp = TextPatterns.SKU, message = TextPatterns.SKU_MESSAGE) String sku,
        @NotNull @Size(max = 200) @OneLine String name,
        @NotNull @Size(max = 5_000) @Pattern(regexp = TextPatterns.LINES, message = TextPatterns.LINES_MESSAGE) String description,
        @NotNull @Size(max = 100) @OneLine String category,
        @NotNull @DecimalMin("0.01") @Digits(integer = 10, fraction = 2) BigDecimal price,
        @NotNull @CurrencyCode String currency,
        @Attributes @Nullable Map<String, @Nullable Object> attributes) {

    ProductDetails details() {
        return new ProductDetails(name, description, category, price, currency,
                attributes == null ? Map.of() : attributes);
    }
}
