package dev.ashlar.messaging.deadletter;

import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Passes a message to its handler, through the inbox, as part of the current transaction. */
@FunctionalInterface
public interface Redelivery {

    /** @throws RuntimeException with the exception of the handler as its cause */
    void redeliver(ConsumerRecord<byte[], byte[]> message);
}
