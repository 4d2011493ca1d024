package dev.ashlar.chassis.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

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

    private Headers() {}

    static @Nullable String read(ConsumerRecord<?, ?> from, String name) {
        var header = from.headers().lastHeader(name);
        return header == null || header.value() == null ? null : new String(header.value(), UTF_8);
    }

    static ProducerRecord<byte[], byte[]> write(String topic, String key, Map<String, String> headers,
            @Nullable String payload) {
        var written = new ProducerRecord<>(topic, key.getBytes(UTF_8),
                payload == null ? null : payload.getBytes(UTF_8));
        headers.forEach((name, value) -> written.headers().add(name, value.getBytes(UTF_8)));
        return written;
    }
}
