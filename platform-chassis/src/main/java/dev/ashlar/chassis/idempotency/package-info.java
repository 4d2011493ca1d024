/** Requests that have one effect however often they are sent (ADR 7). */
@NullMarked
package dev.ashlar.chassis.idempotency;

import org.jspecify.annotations.NullMarked;
