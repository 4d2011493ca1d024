/** Trace context across the outbox and Kafka. */
@NullMarked
package dev.ashlar.chassis.observability;

import org.jspecify.annotations.NullMarked;
