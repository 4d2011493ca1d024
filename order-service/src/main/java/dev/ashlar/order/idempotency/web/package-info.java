/** The {@code Idempotency-Key} header and its answers. */
@NullMarked
package dev.ashlar.order.idempotency.web;

import org.jspecify.annotations.NullMarked;
