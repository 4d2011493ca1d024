package dev.ashlar.analytics;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import dev.ashlar.chassis.web.CurrencyCode;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What the figures need to know of the shop.
 *
 * @param currency of the figures where the request names none, and of the ranking of products (ISO 4217)
 */
@Validated
@ConfigurationProperties("ashlar.shop")
public record ShopProperties(
        @DefaultValue("USD") @CurrencyCode(message = "SHOP_CURRENCY must be an ISO 4217 currency code") String currency) {

    /** The currency that the request named, or else the shop's. */
    public String orOwn(@Nullable String named) {
        return Objects.requireNonNullElse(named, currency);
    }
}
