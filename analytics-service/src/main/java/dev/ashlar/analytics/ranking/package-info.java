/** The products with the highest sales. The database has the exact sums, Redis the ranking. */
@NullMarked
package dev.ashlar.analytics.ranking;

import org.jspecify.annotations.NullMarked;
