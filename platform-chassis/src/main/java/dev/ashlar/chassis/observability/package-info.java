/** Request ids and causes in log lines, and a limit for the series of metrics. */
@NullMarked
package dev.ashlar.chassis.observability;

import org.jspecify.annotations.NullMarked;
