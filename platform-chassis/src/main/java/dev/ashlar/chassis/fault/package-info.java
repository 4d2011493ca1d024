/** Recognizes outages of a store, and reconnects after them (ADR 5, 35). */
@NullMarked
package dev.ashlar.chassis.fault;

import org.jspecify.annotations.NullMarked;
