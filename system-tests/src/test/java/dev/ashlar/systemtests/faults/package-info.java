/** What is left after processes were killed at the worst moments, and in the middle of work: checked from outside. */
@NullMarked
package dev.ashlar.systemtests.faults;

import org.jspecify.annotations.NullMarked;
