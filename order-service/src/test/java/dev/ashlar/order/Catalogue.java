package dev.ashlar.order;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.ashlar.order.pricing.Price;
import dev.ashlar.order.pricing.PriceList;
import java.math.BigDecimal;
import java.util.UUID;

/** Products that can be ordered at once, without waiting for news of them. */
record Catalogue(PriceList prices) {

    UUID productFor(String amount) {
        return productFor(amount, "USD");
    }

    UUID productFor(String amount, String currency) {
        var product = UuidCreator.getTimeOrderedEpoch();
        prices.put(product, 1, new Price(new BigDecimal(amount), currency, "Product at " + amount));
        return product;
    }
}
