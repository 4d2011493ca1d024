/** Metrics, health details and limits of the rows that wait in a table. */
@NullMarked
package dev.ashlar.chassis.backlog;

import org.jspecify.annotations.NullMarked;
