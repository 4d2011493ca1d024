package dev.ashlar.analytics.sales;

import java.math.BigDecimal;

/**
 * Orders created in a span, and what has become of them until now.
 *
 * @param ordersConfirmed those that were at some time, later cancelled ones included
 * @param revenue totals of confirmed orders less those cancelled later
 * @param averageOrderValue revenue for each order that it is made of, 0.00 if there is none
 */
public record Summary(long ordersCreated, long ordersConfirmed, long ordersRejected, long ordersCancelled,
        BigDecimal revenue, BigDecimal averageOrderValue) {}
