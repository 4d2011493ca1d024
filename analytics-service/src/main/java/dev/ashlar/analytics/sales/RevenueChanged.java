package dev.ashlar.analytics.sales;

import java.util.List;

/**
 * An order has begun or ceased to count as revenue; published in the transaction that found out.
 *
 * @param currency of the lines' prices (ISO 4217)
 * @param sign 1 if its lines are to be added, -1 if they are to be taken back
 */
public record RevenueChanged(String currency, List<Order.Line> lines, int sign) {}
