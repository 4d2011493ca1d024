package dev.ashlar.order.pricing.events;

import dev.ashlar.messaging.Subscription;
import dev.ashlar.order.pricing.Price;
import dev.ashlar.order.pricing.PriceList;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Keeps the price list up with the catalogue. */
@Configuration(proxyBeanMethods = false)
class CatalogueSubscription {

    @Bean
    Subscription catalogue(PriceList prices) {
        return Subscription.toCompacted("products")
                .on("product.changed", ProductChanged.class,
                        product -> prices.put(product.productId(), product.productVersion(),
                                new Price(product.price(), product.currency(), product.name())))
                .on("product.removed", ProductRemoved.class,
                        product -> prices.remove(product.productId(), product.productVersion()));
    }
}
