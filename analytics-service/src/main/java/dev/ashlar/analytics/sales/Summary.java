package dev.ashlar.analytics.sales;

import java.math.BigDecimal;

/**
 * Orders created in a time range, with their current status.
 *
 * @param ordersConfirmed all orders that were confirmed at some time, even if they were cancelled later
 * @param revenue the totals of the confirmed orders that were not cancelled later
 * @param averageOrderValue the revenue per order that counts as revenue, 0.00 if there is none
 */
public record Summary(long ordersCreated, long ordersConfirmed, long ordersRejected, long ordersCancelled,
        BigDecimal revenue, BigDecimal averageOrderValue) {}
