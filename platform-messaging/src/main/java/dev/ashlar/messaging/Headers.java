package dev.ashlar.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Map;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.spi.LoggingEventBuilder;

/** Header names of CloudEvents 1.0 in Kafka's binary mode, and what travels beside them. */
final class Headers {

    static final String ID = "ce_id";
    static final String TYPE = "ce_type";
    static final String SOURCE = "ce_source";
    static final String SUBJECT = "ce_subject";
    static final String TIME = "ce_time";
    static final String SPEC_VERSION = "ce_specversion";
    static final String REQUEST_ID = "x-request-id";
    static final String CONTENT_TYPE = "content-type";
    private static final String TRACEPARENT = "traceparent";

    private Headers() {}

    static @Nullable String read(ConsumerRecord<?, ?> from, String name) {
        var header = from.headers().lastHeader(name);
        return header == null || header.value() == null ? null : new String(header.value(), UTF_8);
    }

    /** Logs a line about an event, with the ids of its request and its trace, its own id and that of its aggregate. */
    static void log(ConsumerRecord<?, ?> event, LoggingEventBuilder line, String text) {
        log(event.key() instanceof byte[] key ? new String(key, UTF_8) : null, name -> read(event, name), line, text);
    }

    /** As above, of an event that is yet to be sent. */
    static void log(@Nullable String key, Function<String, @Nullable String> headers, LoggingEventBuilder line,
            String text) {
        new Origin(headers.apply(REQUEST_ID), headers.apply(TRACEPARENT))
                .log(() -> line.addKeyValue("key", shown(key)).addKeyValue("event_id", shown(headers.apply(ID)))
                        .log(text));
    }

    /** Ids may come from outside: one that is long or no id is not shown. */
    private static String shown(@Nullable String id) {
        return id == null ? "none" : RequestId.isWellFormed(id) ? id : "malformed";
    }

    static ProducerRecord<byte[], byte[]> write(String topic, String key, Map<String, String> headers,
            @Nullable String payload) {
        var written = new ProducerRecord<>(topic, key.getBytes(UTF_8),
                payload == null ? null : payload.getBytes(UTF_8));
        headers.forEach((name, value) -> written.headers().add(name, value.getBytes(UTF_8)));
        return written;
    }
}
