/**
 * The facts about each order and the sums of all orders. The path of a counted order: {@code OrdersSubscription},
 * {@code OrderFacts}, {@code OrderProgress}, {@code ProductSales}. After the commit, {@code Leaderboard} updates Redis.
 */
@NullMarked
package dev.ashlar.analytics.sales;

import org.jspecify.annotations.NullMarked;
