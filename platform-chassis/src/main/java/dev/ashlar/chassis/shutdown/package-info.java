/** A stop that no caller notices (ADR 28). */
@NullMarked
package dev.ashlar.chassis.shutdown;

import org.jspecify.annotations.NullMarked;
