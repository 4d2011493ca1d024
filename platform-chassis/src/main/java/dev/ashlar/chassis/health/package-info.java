/** Liveness, readiness and detailed health, by controllers of our own (ADR 11). */
@NullMarked
package dev.ashlar.chassis.health;

import org.jspecify.annotations.NullMarked;
