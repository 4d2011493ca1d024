package dev.ashlar.order.pricing;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What one piece of a product costs, and what the product is called.
 *
 * @param amount of two decimal digits
 * @param currency ISO 4217
 * @param name null until the first change of the product that this version of the service has heard of
 */
public record Price(BigDecimal amount, String currency, @Nullable String name) {}
