/**
 * Internal: from the outbox row to Kafka. Read in this order: {@code OutboxRelay} has a worker for each topic, {@code OutboxBatch}
 * relays one batch in a transaction, {@code OutboxTable} has its statements, {@code OutboxSender} sends it.
 */
@NullMarked
package dev.ashlar.messaging.outbox;

import org.jspecify.annotations.NullMarked;
