package dev.ashlar.infrastructure;

import java.nio.ByteBuffer;

import dev.ashlar.process.Loopback;

/**
 * Asks for the cluster's metadata in Kafka's own protocol, without its client. Only once a broker is registered and
 * serves does the answer name one; an open port says less.
 *
 * @see <a href="https://kafka.apache.org/protocol.html#The_Messages_Metadata">Metadata, version 1</a>
 */
final class KafkaMetadata {

    private static final byte[] REQUEST = request();

    private KafkaMetadata() {}

    static boolean namesABroker(int port) {
        return Loopback.answers(port, REQUEST, answer -> {
            answer.readInt(); // length
            answer.readInt(); // correlation id
            return answer.readInt() > 0; // brokers
        });
    }

    private static byte[] request() {
        short metadata = 3;
        short version = 1;
        short noClientId = -1;
        return ByteBuffer.allocate(18)
                .putInt(14)
                .putShort(metadata)
                .putShort(version)
                .putInt(1)
                .putShort(noClientId)
                .putInt(0) // topics: none
                .array();
    }
}
