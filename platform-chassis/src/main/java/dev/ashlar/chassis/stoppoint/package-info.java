/** Places where a test can hold a process, to kill it right there. In profile {@code stop-points} only. */
@NullMarked
package dev.ashlar.chassis.stoppoint;

import org.jspecify.annotations.NullMarked;
