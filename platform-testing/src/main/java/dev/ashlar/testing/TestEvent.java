package dev.ashlar.testing;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/**
 * An event in CloudEvents' binary mode for Kafka.
 *
 * @param subject the aggregate's id, which is also the record's key
 * @param data JSON; null for a tombstone
 */
public record TestEvent(String id, String type, String source, String subject, Instant time, @Nullable String data,
        @Nullable String traceparent, @Nullable String requestId) {

    /** A new event with the current time. */
    public static TestEvent of(String type, String subject, @Nullable String data) {
        return new TestEvent(UUID.randomUUID().toString(), type, "/test", subject, Instant.now(), data, null, null);
    }

    /** @see #of(String, String, String) */
    public static TestEvent of(String type, UUID subject, @Nullable String data) {
        return of(type, subject.toString(), data);
    }

    public TestEvent from(String service) {
        return new TestEvent(id, type, service, subject, time, data, traceparent, requestId);
    }

    public TestEvent causedBy(@Nullable String cause, @Nullable String request) {
        return new TestEvent(id, type, source, subject, time, data, cause, request);
    }

    /** Caused by this request, in this trace (32 hexadecimal digits). */
    public TestEvent in(String request, String traceId) {
        return causedBy("00-" + traceId + "-00f067aa0ba902b7-01", request);
    }

    static TestEvent read(ConsumerRecord<byte[], byte[]> message) {
        return new TestEvent(required(message, "ce_id"), required(message, "ce_type"), required(message, "ce_source"),
                required(message, "ce_subject"), Instant.parse(required(message, "ce_time")), text(message.value()),
                header(message, "traceparent"), header(message, "x-request-id"));
    }

    ProducerRecord<byte[], byte[]> to(String topic) {
        var message = new ProducerRecord<>(topic, bytes(subject), data == null ? null : bytes(data));
        message.headers()
                .add("ce_specversion", bytes("1.0"))
                .add("ce_id", bytes(id))
                .add("ce_type", bytes(type))
                .add("ce_source", bytes(source))
                .add("ce_subject", bytes(subject))
                .add("ce_time", bytes(time.toString()))
                .add("content-type", bytes("application/json"));
        if (traceparent != null) {
            message.headers().add("traceparent", bytes(traceparent));
        }
        if (requestId != null) {
            message.headers().add("x-request-id", bytes(requestId));
        }
        return message;
    }

    private static String required(ConsumerRecord<byte[], byte[]> message, String name) {
        var value = header(message, name);
        if (value == null) {
            throw new AssertionError("An event without the header " + name + ": " + message);
        }
        return value;
    }

    private static @Nullable String header(ConsumerRecord<byte[], byte[]> message, String name) {
        var header = message.headers().lastHeader(name);
        return header == null ? null : text(header.value());
    }

    private static @Nullable String text(byte @Nullable [] value) {
        return value == null ? null : new String(value, StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
