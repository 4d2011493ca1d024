/** The steps of an order in this service. */
@NullMarked
package dev.ashlar.order.history;

import org.jspecify.annotations.NullMarked;
