package dev.ashlar.analytics.sales;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * What was sold in an interval.
 *
 * @param from the interval's beginning
 * @param orders created in it that count as revenue
 */
public record Interval(Instant from, long orders, BigDecimal revenue) {}
