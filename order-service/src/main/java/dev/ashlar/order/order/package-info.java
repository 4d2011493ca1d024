/** The order: how it is placed, and what may become of it. */
@NullMarked
package dev.ashlar.order.order;

import org.jspecify.annotations.NullMarked;
