/** What is known of each order, and the sums over all of them. */
@NullMarked
package dev.ashlar.analytics.sales;

import org.jspecify.annotations.NullMarked;
