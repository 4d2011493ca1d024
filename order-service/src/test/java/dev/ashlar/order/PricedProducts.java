package dev.ashlar.order;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.ashlar.order.pricing.PriceList;
import dev.ashlar.order.pricing.PriceList.Price;
import java.math.BigDecimal;
import java.util.UUID;

/** Adds products to the price list directly, so that tests can order them at once. */
record PricedProducts(PriceList prices) {

    UUID productFor(String amount) {
        return productFor(amount, "USD");
    }

    UUID productFor(String amount, String currency) {
        var product = UuidCreator.getTimeOrderedEpoch();
        prices.put(product, 1, new Price(new BigDecimal(amount), currency, "Product at " + amount));
        return product;
    }
}
