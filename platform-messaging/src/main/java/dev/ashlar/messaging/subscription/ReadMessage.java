package dev.ashlar.messaging.subscription;

import dev.ashlar.messaging.ReceivedEvent;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * A message whose envelope and payload are valid.
 *
 * @param event null for a tombstone. Tombstones may have no envelope, so they have no inbox row. Their handlers are repeatable
 * @param payload null for a tombstone
 * @param effect calls the handler
 */
record ReadMessage(ConsumerRecord<byte[], byte[]> message, @Nullable ReceivedEvent event, @Nullable Object payload,
        Runnable effect) {}
