package dev.ashlar.messaging.subscription;

import dev.ashlar.messaging.EventHeaders;
import dev.ashlar.messaging.PoisonEvent;
import dev.ashlar.messaging.ReceivedEvent;
import dev.ashlar.messaging.observability.RequestId;
import jakarta.validation.Validator;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Objects;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads the envelope and the payload of a message. Unknown fields of the payload are ignored, because events gain fields. Known fields
 * must satisfy their constraints.
 */
final class EventReader {

    private static final int MOST_VIOLATIONS = 10;
    private static final int LONGEST_HEADER = 255;

    /** Replaces bytes that are not UTF-8. Two ids that differ only in such bytes would look the same. */
    private static final char REPLACEMENT = '\uFFFD';

    private final JsonMapper json;
    private final Validator validator;

    EventReader(JsonMapper json, Validator validator) {
        this.json = json.rebuild().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).addHandler(new TypeInData()).build();
        this.validator = validator;
    }

    /** @throws PoisonEvent if a header that CloudEvents requires is missing or malformed */
    ReceivedEvent envelope(ConsumerRecord<?, ?> message) {
        var requestId = EventHeaders.read(message, EventHeaders.REQUEST_ID);
        return new ReceivedEvent(required(message, EventHeaders.ID), required(message, EventHeaders.SOURCE),
                required(message, EventHeaders.TYPE), time(message),
                RequestId.isWellFormed(requestId) ? requestId : null);
    }

    private static String required(ConsumerRecord<?, ?> message, String name) {
        var value = EventHeaders.read(message, name);
        if (value == null || value.isBlank() || value.length() > LONGEST_HEADER
                || value.chars().anyMatch(c -> c == '\0' || c == REPLACEMENT)) {
            throw new PoisonEvent("The header " + name + " is missing or malformed");
        }
        return value;
    }

    private static Instant time(ConsumerRecord<?, ?> message) {
        try {
            var time = EventHeaders.read(message, EventHeaders.TIME);
            return time == null ? Instant.ofEpochMilli(message.timestamp()) : Instant.parse(time);
        } catch (DateTimeParseException e) {
            throw new PoisonEvent("The header " + EventHeaders.TIME + " is malformed", e);
        }
    }

    /**
     * @param name of the type in the event's header
     * @throws PoisonEvent if the data does not have this type or violates its constraints
     */
    <T> T payload(byte @Nullable [] data, Class<T> type, String name) {
        var payload = parse(data, type, name);
        var violations = validator.validate(payload);
        if (!violations.isEmpty()) {
            throw new PoisonEvent(violations.stream().map(v -> v.getPropertyPath() + " " + v.getMessage()).sorted()
                    .limit(MOST_VIOLATIONS).collect(Collectors.joining("; ")));
        }
        return payload;
    }

    private record Named(@Nullable String type) {}

    /** For payloads that have the field themselves, and for data without the field. */
    private String typeIn(byte[] data, String otherwise) {
        return Objects.requireNonNullElse(json.readValue(data, Named.class).type(), otherwise);
    }

    private <T> T parse(byte @Nullable [] data, Class<T> type, String name) {
        if (data == null) {
            throw new PoisonEvent("There is no data");
        }
        try {
            var found = new TypeInData.Holder();
            T payload = TypeInData.into(found, json.readerFor(type)).readValue(data);
            if (payload == null) {
                throw new PoisonEvent("The data is null");
            }
            if (!name.equals(found.type().orElseGet(() -> typeIn(data, name)))) {
                throw new PoisonEvent("The data has another type than the header says");
            }
            return payload;
        } catch (JacksonException e) {
            throw new PoisonEvent("The data is not a valid " + type.getSimpleName(), e);
        }
    }
}
