/** The {@code Idempotency-Key} header and its responses. */
@NullMarked
package dev.ashlar.chassis.idempotency.web;

import org.jspecify.annotations.NullMarked;
