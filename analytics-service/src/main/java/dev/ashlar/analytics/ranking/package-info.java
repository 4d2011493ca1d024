/** Which products sell most: exact in the database, ranked in Redis. */
@NullMarked
package dev.ashlar.analytics.ranking;

import org.jspecify.annotations.NullMarked;
