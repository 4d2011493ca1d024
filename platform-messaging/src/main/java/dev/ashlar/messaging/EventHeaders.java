package dev.ashlar.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.ashlar.messaging.observability.RequestId;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.spi.LoggingEventBuilder;

/** The headers of an event: CloudEvents 1.0 in Kafka's binary mode, the request id and the W3C trace context. */
public final class EventHeaders {

    public static final String ID = "ce_id";
    public static final String TYPE = "ce_type";
    public static final String SOURCE = "ce_source";
    public static final String SUBJECT = "ce_subject";
    public static final String TIME = "ce_time";
    public static final String SPEC_VERSION = "ce_specversion";
    public static final String CONTENT_TYPE = "content-type";
    public static final String REQUEST_ID = "x-request-id";
    public static final String TRACEPARENT = "traceparent";

    private EventHeaders() {}

    /** Returns the last header of this name as text, or null. */
    public static @Nullable String read(ConsumerRecord<?, ?> message, String name) {
        var header = message.headers().lastHeader(name);
        return header == null || header.value() == null ? null : new String(header.value(), UTF_8);
    }

    /** Makes the message of an event. */
    public static ProducerRecord<byte[], byte[]> message(String topic, String key, Map<String, String> headers,
            @Nullable String payload) {
        var message = new ProducerRecord<>(topic, key.getBytes(UTF_8),
                payload == null ? null : payload.getBytes(UTF_8));
        headers.forEach((name, value) -> message.headers().add(name, value.getBytes(UTF_8)));
        return message;
    }

    /** Logs a line about a received event, with the ids of the event, its aggregate, its request and its trace. */
    public static void log(ConsumerRecord<?, ?> message, LoggingEventBuilder line, String text) {
        var key = message.key() instanceof byte[] bytes ? new String(bytes, UTF_8) : null;
        log(key, name -> read(message, name), line, text);
    }

    /** Logs a line about an event with these headers. */
    public static void log(@Nullable String key, UnaryOperator<@Nullable String> headers, LoggingEventBuilder line,
            String text) {
        new Origin(headers.apply(REQUEST_ID), headers.apply(TRACEPARENT))
                .log(() -> line.addKeyValue("key", printable(key))
                        .addKeyValue("event_id", printable(headers.apply(ID)))
                        .log(text));
    }

    /** Ids may come from outside, so the log shows only well-formed ones. */
    private static String printable(@Nullable String id) {
        return id == null ? "none" : RequestId.isWellFormed(id) ? id : "malformed";
    }
}
