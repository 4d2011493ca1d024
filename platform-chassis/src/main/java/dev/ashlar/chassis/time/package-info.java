/** The clock of every service, and instants in SQL. */
@NullMarked
package dev.ashlar.chassis.time;

import org.jspecify.annotations.NullMarked;
