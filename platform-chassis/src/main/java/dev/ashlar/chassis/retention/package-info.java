/** Retention jobs, which delete rows that are too old, in batches (ADR 38). */
@NullMarked
package dev.ashlar.chassis.retention;

import org.jspecify.annotations.NullMarked;
