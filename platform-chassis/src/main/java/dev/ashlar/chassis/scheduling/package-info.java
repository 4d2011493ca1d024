/** Recurring jobs, each on its own thread (ADR 38). */
@NullMarked
package dev.ashlar.chassis.scheduling;

import org.jspecify.annotations.NullMarked;
