/** A request that a client repeats has one effect (ADR 7). */
@NullMarked
package dev.ashlar.chassis.idempotency;

import org.jspecify.annotations.NullMarked;
