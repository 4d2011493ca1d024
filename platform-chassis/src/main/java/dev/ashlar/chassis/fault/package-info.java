/** Which faults pass by themselves. */
@NullMarked
package dev.ashlar.chassis.fault;

import org.jspecify.annotations.NullMarked;
