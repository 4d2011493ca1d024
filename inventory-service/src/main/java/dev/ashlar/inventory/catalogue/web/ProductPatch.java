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

/** The body of {@code PATCH /products/{id}}; what is absent stays as it is. Attributes are replaced as a whole. */
record ProductPatch(@NotNullIfPresent @Nullable @Size(max = 200) @OneLine String name,
        @NotNullIfPresent @Nullable @Size(max = 5_000) @Pattern(regexp = Text.LINES, message = Text.LINES_MESSAGE) String description,
        @NotNullIfPresent @Nullable @Size(max = 100) @OneLine String category,
        @NotNullIfPresent @Nullable @DecimalMin("0.01") @Digits(integer = 10, fraction = 2) BigDecimal price,
        @NotNullIfPresent @Nullable @CurrencyCode String currency,
        @NotNullIfPresent @Attributes @Nullable Map<String, @Nullable Object> attributes) {

    ProductDetails over(ProductDetails now) {
        return new ProductDetails(Objects.requireNonNullElse(name, now.name()),
                Objects.requireNonNullElse(description, now.description()),
                Objects.requireNonNullElse(category, now.category()), Objects.requireNonNullElse(price, now.price()),
                Objects.requireNonNullElse(currency, now.currency()),
                Objects.requireNonNullElse(attributes, now.attributes()));
    }
}
