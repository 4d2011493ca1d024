/** Liveness, readiness and detailed health by our own controllers, instead of Actuator's (ADR 11). */
@NullMarked
package dev.ashlar.chassis.health;

import org.jspecify.annotations.NullMarked;
