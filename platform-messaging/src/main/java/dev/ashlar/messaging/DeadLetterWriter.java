package dev.ashlar.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Objects;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.listener.DeadLetterPublishingRecoverer;
import org.springframework.kafka.support.KafkaHeaders;

/**
 * Writes a dead letter: key, value and headers as they came, and behind them the headers {@code kafka_dlt-…}, which say where it
 * came from and why it could not be handled. Whatever came under those names before, the last one of each is ours.
 */
final class DeadLetterWriter extends DeadLetterPublishingRecoverer {

    /** Less than the topic takes, for the envelope. What decompresses to more can't be kept in one record. */
    private static final int LARGEST = Topic.LARGEST_LETTER - 4_096;
    private static final int LARGEST_KEY = 1_024;
    private static final int LONGEST_REASON = 1_000;
    private static final String OMITTED = "kafka_dlt-omitted";
    private static final List<String> OURS = List.of(KafkaHeaders.DLT_ORIGINAL_TOPIC,
            KafkaHeaders.DLT_ORIGINAL_PARTITION, KafkaHeaders.DLT_ORIGINAL_OFFSET, KafkaHeaders.DLT_ORIGINAL_TIMESTAMP,
            KafkaHeaders.DLT_ORIGINAL_TIMESTAMP_TYPE, KafkaHeaders.DLT_ORIGINAL_CONSUMER_GROUP,
            KafkaHeaders.DLT_EXCEPTION_CAUSE_FQCN, KafkaHeaders.DLT_EXCEPTION_MESSAGE);

    DeadLetterWriter(KafkaTemplate<byte[], byte[]> kafka, String group) {
        super(kafka, (message, _) -> new TopicPartition(DeadLetters.topic(message.topic(), group), -1));
        setExceptionHeadersCreator((headers, e, _, _) -> {
            headers.add(KafkaHeaders.DLT_EXCEPTION_CAUSE_FQCN, cause(e).getClass().getName().getBytes(UTF_8));
            headers.add(KafkaHeaders.DLT_EXCEPTION_MESSAGE, reason(e).getBytes(UTF_8));
        });
    }

    /** What an operator is told: never data, which a driver's messages may quote. */
    static String reason(Exception e) {
        var cause = cause(e);
        var reason = cause instanceof PoisonEvent
                ? String.valueOf(cause.getMessage())
                : cause.getClass().getSimpleName();
        return reason.length() > LONGEST_REASON ? reason.substring(0, LONGEST_REASON) : reason;
    }

    /** What the listener threw. */
    static Throwable cause(Exception e) {
        return Objects.requireNonNullElse(e.getCause(), e);
    }

    /** A letter that does not fit would be tried for ever, and its partition stand still: the source still has what is omitted. */
    @Override
    protected ProducerRecord<Object, Object> createProducerRecord(ConsumerRecord<?, ?> message, TopicPartition to,
            Headers headers, byte @Nullable [] key, byte @Nullable [] value) {
        var letter = super.createProducerRecord(message, to, headers, key, value);
        if (size(letter) <= LARGEST) {
            return letter;
        }
        var kept = new RecordHeaders(OURS.stream().map(headers::lastHeader).filter(Objects::nonNull).toList());
        kept.add(OMITTED, "The event is too large for a dead letter".getBytes(UTF_8));
        return new ProducerRecord<>(to.topic(), null, size(letter.key()) <= LARGEST_KEY ? letter.key() : null, null,
                kept);
    }

    private static long size(ProducerRecord<?, ?> letter) {
        return size(letter.key()) + size(letter.value())
                + StreamSupport.stream(letter.headers().spliterator(), false).mapToLong(DeadLetterWriter::size).sum();
    }

    private static long size(Header header) {
        return 3L * header.key().length() + size(header.value()) + 2 * Integer.BYTES;
    }

    private static long size(@Nullable Object bytes) {
        return bytes == null ? 0 : ((byte[]) bytes).length;
    }
}
