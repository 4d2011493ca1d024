/** The clock that every service reads. */
@NullMarked
package dev.ashlar.chassis.time;

import org.jspecify.annotations.NullMarked;
