/** Purges the responses about a product when the product changes. */
@NullMarked
package dev.ashlar.gateway.cache.products;

import org.jspecify.annotations.NullMarked;
