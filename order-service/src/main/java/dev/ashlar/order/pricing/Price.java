package dev.ashlar.order.pricing;

import java.math.BigDecimal;

/**
 * What one piece of a product costs.
 *
 * @param amount of two decimal digits
 * @param currency ISO 4217
 */
public record Price(BigDecimal amount, String currency) {}
