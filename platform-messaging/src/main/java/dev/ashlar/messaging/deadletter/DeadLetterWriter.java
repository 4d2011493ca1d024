package dev.ashlar.messaging.deadletter;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.ashlar.messaging.PoisonEvent;
import dev.ashlar.messaging.Topic;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.listener.BatchListenerFailedException;
import org.springframework.kafka.listener.DeadLetterPublishingRecoverer;
import org.springframework.kafka.support.KafkaHeaders;

/**
 * Writes dead letters to {@code <topic>.<group>.dlt}: the original key, value and headers, then the headers {@code kafka_dlt-…} with
 * the original position and the reason. The original may have headers of these names too, so readers take the last of each name.
 */
public final class DeadLetterWriter extends DeadLetterPublishingRecoverer {

    /** In bytes; twice the brokers' default, because a dead letter has more headers than its event. */
    private static final int TOPIC_LIMIT = 2 * 1024 * 1024;

    /** Leaves 4 KiB for the record's own fields. Only an event that was compressed can be larger. */
    private static final int LARGEST = TOPIC_LIMIT - 4_096;
    private static final int LARGEST_KEY = 1_024;
    private static final int LONGEST_REASON = 1_000;
    private static final String OMITTED = "kafka_dlt-omitted";
    private static final List<String> OWN_HEADERS = List.of(KafkaHeaders.DLT_ORIGINAL_TOPIC,
            KafkaHeaders.DLT_ORIGINAL_PARTITION, KafkaHeaders.DLT_ORIGINAL_OFFSET, KafkaHeaders.DLT_ORIGINAL_TIMESTAMP,
            KafkaHeaders.DLT_ORIGINAL_TIMESTAMP_TYPE, KafkaHeaders.DLT_ORIGINAL_CONSUMER_GROUP,
            KafkaHeaders.DLT_EXCEPTION_CAUSE_FQCN, KafkaHeaders.DLT_EXCEPTION_MESSAGE);

    public DeadLetterWriter(KafkaTemplate<byte[], byte[]> kafka, String group) {
        super(kafka, (message, _) -> new TopicPartition(topicName(message.topic(), group), -1));
        setExceptionHeadersCreator((headers, e, _, _) -> {
            headers.add(KafkaHeaders.DLT_EXCEPTION_CAUSE_FQCN, cause(e).getClass().getName().getBytes(UTF_8));
            headers.add(KafkaHeaders.DLT_EXCEPTION_MESSAGE, reason(e).getBytes(UTF_8));
        });
    }

    /** Removes the headers that this class has added to a dead letter. */
    static void removeOwn(Headers headers) {
        var all = new ArrayList<>(Arrays.asList(headers.toArray()));
        for (var name : OWN_HEADERS) {
            all.stream().filter(header -> header.key().equals(name)).reduce((_, last) -> last).ifPresent(own -> {
                all.remove(own);
                headers.remove(name);
            });
        }
        all.stream().filter(header -> OWN_HEADERS.contains(header.key())).forEach(headers::add);
    }

    public static String topicName(String source, String group) {
        return source + "." + group + ".dlt";
    }

    public static Topic topic(String source, String group) {
        return Topic.kept(topicName(source, group),
                Map.of(TopicConfig.MAX_MESSAGE_BYTES_CONFIG, Integer.toString(TOPIC_LIMIT)));
    }

    /** The reason that operators see. A driver's message may quote data, so only the class of its exception is shown. */
    static String reason(Exception e) {
        var cause = cause(e);
        var reason = cause instanceof PoisonEvent
                ? String.valueOf(cause.getMessage())
                : cause.getClass().getSimpleName();
        return reason.length() > LONGEST_REASON ? reason.substring(0, LONGEST_REASON) : reason;
    }

    /** The exception of the handler, without Spring's wrappers. */
    static Throwable cause(Exception e) {
        return switch (e.getCause()) {
            case BatchListenerFailedException failed when failed.getCause() != null -> failed.getCause();
            case null -> e;
            case Throwable cause -> cause;
        };
    }

    /**
     * Omits the value, the original headers and a large key if the dead letter is too large. A rejected dead letter would block its
     * partition for ever. The source topic still has the event.
     */
    @Override
    protected ProducerRecord<Object, Object> createProducerRecord(ConsumerRecord<?, ?> message, TopicPartition to,
            Headers headers, byte @Nullable [] key, byte @Nullable [] value) {
        var complete = super.createProducerRecord(message, to, headers, key, value);
        if (size(complete) <= LARGEST) {
            return complete;
        }
        var kept = new RecordHeaders(
                OWN_HEADERS.stream().map(headers::lastHeader).filter(Objects::nonNull).toList());
        kept.add(OMITTED, "The event is too large for a dead letter".getBytes(UTF_8));
        return new ProducerRecord<>(to.topic(), null, size(complete.key()) <= LARGEST_KEY ? complete.key() : null,
                null, kept);
    }

    private static long size(ProducerRecord<?, ?> message) {
        return size(message.key()) + size(message.value())
                + StreamSupport.stream(message.headers().spliterator(), false).mapToLong(DeadLetterWriter::size).sum();
    }

    private static long size(Header header) {
        return 3L * header.key().length() + size(header.value()) + 2 * Integer.BYTES;
    }

    private static long size(@Nullable Object bytes) {
        return bytes == null ? 0 : ((byte[]) bytes).length;
    }
}
