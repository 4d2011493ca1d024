/** The rights of services in Redis and Kafka (ADR 25). */
@NullMarked
package dev.ashlar.infrastructure.access;

import org.jspecify.annotations.NullMarked;
