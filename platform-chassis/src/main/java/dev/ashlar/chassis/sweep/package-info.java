/** Retention: rows that are too old are deleted, in batches, for as long as there are any (ADR 38). */
@NullMarked
package dev.ashlar.chassis.sweep;

import org.jspecify.annotations.NullMarked;
