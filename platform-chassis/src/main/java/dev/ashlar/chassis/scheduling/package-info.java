/** Work that recurs: each job has a thread of its own (ADR 38). */
@NullMarked
package dev.ashlar.chassis.scheduling;

import org.jspecify.annotations.NullMarked;
