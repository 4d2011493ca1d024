/** Schema migrations without a time limit, at the start of a service or separately (ADR 31, 40). */
@NullMarked
package dev.ashlar.chassis.migration;

import org.jspecify.annotations.NullMarked;
