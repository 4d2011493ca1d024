/** Counts and sums of orders. */
@NullMarked
package dev.ashlar.analytics;

import org.jspecify.annotations.NullMarked;
