package dev.ashlar.order.pricing.events;

import dev.ashlar.messaging.Subscription;
import dev.ashlar.order.pricing.PriceList;
import dev.ashlar.order.pricing.PriceList.Price;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Keeps the price list up to date. */
@Configuration(proxyBeanMethods = false)
class ProductsSubscription {

    record Changed(@NotNull UUID productId, @NotNull @Positive Long productVersion,
            @NotNull @PositiveOrZero @Digits(integer = 10, fraction = 2) BigDecimal price,
            @NotNull @Pattern(regexp = "[A-Z]{3}") String currency, @Nullable String name) {}

    record Removed(@NotNull UUID productId, @NotNull @Positive Long productVersion) {}

    @Bean
    Subscription products(PriceList prices) {
        return Subscription.toCompacted("products")
                .on("product.changed", Changed.class,
                        product -> prices.put(product.productId, product.productVersion,
                                new Price(product.price, product.currency, product.name)))
                .on("product.removed", Removed.class,
                        product -> prices.remove(product.productId, product.productVersion));
    }
}
