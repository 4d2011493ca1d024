/** A stop without failed requests (ADR 28). */
@NullMarked
package dev.ashlar.chassis.shutdown;

import org.jspecify.annotations.NullMarked;
