/**
 * Events between applications, by PostgreSQL and Kafka. This package has the public API; the packages below it are internal.
 * <ul>
 * <li>{@code outbox}: {@link dev.ashlar.messaging.Outbox} appends a row, {@code OutboxRelay} sends it to Kafka (ADR 3)
 * <li>{@code subscription}: {@code SubscriptionListener} handles an event and adds its inbox row (ADR 4)
 * <li>{@code deadletter}: retries and dead letters of events whose handler failed (ADR 5)
 * </ul>
 */
@NullMarked
package dev.ashlar.messaging;

import org.jspecify.annotations.NullMarked;
