package dev.ashlar.messaging;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * The envelope of an event as it came from Kafka.
 *
 * @param id unique within its source
 * @param source who sent it
 * @param type for example {@code order.created}
 * @param time when it happened, by the sender's clock
 * @param requestId the request that caused it, if one did and said so properly
 */
public record ReceivedEvent(String id, String source, String type, Instant time, @Nullable String requestId) {

    /** What decoding puts in the place of bytes that are no UTF-8: two ids that differ in those alone would be one. */
    private static final char NOT_UTF_8 = '\uFFFD';

    /** @throws PoisonEvent if a header that CloudEvents requires is missing or malformed */
    static ReceivedEvent of(ConsumerRecord<?, ?> message) {
        return new ReceivedEvent(required(message, Headers.ID), required(message, Headers.SOURCE),
                required(message, Headers.TYPE), time(message), requestId(message));
    }

    private static @Nullable String requestId(ConsumerRecord<?, ?> message) {
        var id = Headers.read(message, Headers.REQUEST_ID);
        return RequestId.isWellFormed(id) ? id : null;
    }

    private static String required(ConsumerRecord<?, ?> message, String name) {
        var value = Headers.read(message, name);
        if (value == null || value.isBlank() || value.length() > 255
                || value.chars().anyMatch(c -> c == '\0' || c == NOT_UTF_8)) {
            throw new PoisonEvent("The header " + name + " is missing or malformed");
        }
        return value;
    }

    private static Instant time(ConsumerRecord<?, ?> message) {
        try {
            var time = Headers.read(message, Headers.TIME);
            return time == null ? Instant.ofEpochMilli(message.timestamp()) : Instant.parse(time);
        } catch (DateTimeParseException e) {
            throw new PoisonEvent("The header " + Headers.TIME + " is malformed", e);
        }
    }
}
