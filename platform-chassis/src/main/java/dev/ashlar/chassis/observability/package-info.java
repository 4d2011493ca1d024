/** What a log line and a metric tell: the request, the cause, a bounded number of series. */
@NullMarked
package dev.ashlar.chassis.observability;

import org.jspecify.annotations.NullMarked;
