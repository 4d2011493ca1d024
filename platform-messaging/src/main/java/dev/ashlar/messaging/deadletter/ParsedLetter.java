package dev.ashlar.messaging.deadletter;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.ashlar.messaging.EventHeaders;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.support.KafkaHeaders;

/**
 * A message of a dead-letter topic.
 *
 * @param source the message whose handler failed
 * @param seenAt when the dead letter was written
 */
record ParsedLetter(UUID id, ConsumerRecord<byte[], byte[]> source, @Nullable String type, String reason,
        Instant seenAt) {

    private static final int LONGEST = 255;
    private static final char REPLACEMENT = '\uFFFD';

    /** A message that is no dead letter counts as its own source, because a letter must never block the topic. */
    static ParsedLetter of(ConsumerRecord<byte[], byte[]> message) {
        var source = source(message);
        var reason = printable(EventHeaders.read(message, KafkaHeaders.DLT_EXCEPTION_MESSAGE), Integer.MAX_VALUE);
        return new ParsedLetter(UuidCreator.getTimeOrderedEpoch(), source,
                printable(EventHeaders.read(source, EventHeaders.TYPE), LONGEST), reason == null ? "unknown" : reason,
                Instant.ofEpochMilli(message.timestamp()));
    }

    private static ConsumerRecord<byte[], byte[]> source(ConsumerRecord<byte[], byte[]> message) {
        var topic = printable(EventHeaders.read(message, KafkaHeaders.DLT_ORIGINAL_TOPIC), LONGEST);
        var partition = bytes(message, KafkaHeaders.DLT_ORIGINAL_PARTITION, Integer.BYTES);
        var offset = bytes(message, KafkaHeaders.DLT_ORIGINAL_OFFSET, Long.BYTES);
        var timestamp = bytes(message, KafkaHeaders.DLT_ORIGINAL_TIMESTAMP, Long.BYTES);
        if (topic == null || partition == null || offset == null || timestamp == null) {
            return SourceMessage.of(message.topic(), message.partition(), message.offset(), message.timestamp(),
                    message.key(), message.value(), message.headers());
        }
        var headers = new RecordHeaders(message.headers());
        DeadLetterWriter.removeOwn(headers);
        return SourceMessage.of(topic, partition.getInt(), offset.getLong(), timestamp.getLong(), message.key(),
                message.value(), headers);
    }

    private static @Nullable ByteBuffer bytes(ConsumerRecord<?, ?> message, String name, int length) {
        var header = message.headers().lastHeader(name);
        return header == null || header.value() == null || header.value().length != length
                ? null
                : ByteBuffer.wrap(header.value());
    }

    /** PostgreSQL refuses NUL. The dead-letter topic has the original. */
    private static @Nullable String printable(@Nullable String text, int longest) {
        return text == null || text.length() > longest || text.indexOf('\0') >= 0 || text.indexOf(REPLACEMENT) >= 0
                ? null
                : text;
    }
}
