package dev.ashlar.analytics.sales;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * The sales in an interval.
 *
 * @param from the start of the interval
 * @param orders the orders created in the interval that count as revenue
 */
public record Interval(Instant from, long orders, BigDecimal revenue) {}
