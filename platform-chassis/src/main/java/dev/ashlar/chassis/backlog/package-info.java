/** Work that waits in a table, as operators see it: metrics, health, limits. */
@NullMarked
package dev.ashlar.chassis.backlog;

import org.jspecify.annotations.NullMarked;
