package dev.ashlar.messaging;

import jakarta.validation.Validator;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Reads event data: unknown fields are ignored, since events grow; what is known must satisfy its constraints. */
final class PayloadReader {

    private static final int MOST_VIOLATIONS = 10;

    private final JsonMapper json;
    private final Validator validator;

    PayloadReader(JsonMapper json, Validator validator) {
        this.json = json.rebuild().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();
        this.validator = validator;
    }

    private record Named(@Nullable String type) {}

    /**
     * @param name the event's type, as its header has it
     * @throws PoisonEvent if the data is not what its type promises
     */
    <T> T read(byte @Nullable [] data, Class<T> type, String name) {
        var payload = parse(data, type, name);
        var violations = validator.validate(payload);
        if (!violations.isEmpty()) {
            throw new PoisonEvent(violations.stream().map(v -> v.getPropertyPath() + " " + v.getMessage()).sorted()
                    .limit(MOST_VIOLATIONS).collect(Collectors.joining("; ")));
        }
        return payload;
    }

    private <T> T parse(byte @Nullable [] data, Class<T> type, String name) {
        if (data == null) {
            throw new PoisonEvent("There is no data");
        }
        try {
            var payload = json.readValue(data, type);
            if (payload == null) {
                throw new PoisonEvent("The data is null");
            }
            if (!name.equals(Objects.requireNonNullElse(json.readValue(data, Named.class).type(), name))) {
                throw new PoisonEvent("The data says that it is of another type than the header says");
            }
            return payload;
        } catch (JacksonException e) {
            throw new PoisonEvent("The data is not a valid " + type.getSimpleName(), e);
        }
    }
}
