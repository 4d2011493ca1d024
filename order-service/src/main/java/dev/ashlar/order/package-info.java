/** Accepts orders and follows them until they are confirmed, rejected or cancelled. */
@NullMarked
package dev.ashlar.order;

import org.jspecify.annotations.NullMarked;
