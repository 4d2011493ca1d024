package dev.ashlar.analytics;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import dev.ashlar.chassis.web.CurrencyCode;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/** @param currency the ISO 4217 code for top products, and for figures if the request has no currency */
@Validated
@ConfigurationProperties("ashlar.shop")
public record ShopProperties(
        @DefaultValue("USD") @CurrencyCode(message = "SHOP_CURRENCY must be an ISO 4217 currency code") String currency) {

    /** The requested currency, or the shop's currency if the request has none. */
    public String currencyOr(@Nullable String requested) {
        return Objects.requireNonNullElse(requested, currency);
    }
}
