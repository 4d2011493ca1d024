package dev.ashlar.chassis.messaging;

import jakarta.validation.Validator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Reads event data: unknown fields are ignored, since events grow; what is known must satisfy its constraints. */
final class PayloadReader {

    private final JsonMapper json;
    private final Validator validator;

    PayloadReader(JsonMapper strict, Validator validator) {
        this.json = strict.rebuild().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();
        this.validator = validator;
    }

    /** @throws PoisonEvent if the data is not what its type promises */
    <T> T read(byte @Nullable [] data, Class<T> type) {
        var payload = parse(data, type);
        var violations = validator.validate(payload);
        if (!violations.isEmpty()) {
            throw new PoisonEvent(violations.stream().map(v -> v.getPropertyPath() + " " + v.getMessage()).sorted()
                    .collect(Collectors.joining("; ")));
        }
        return payload;
    }

    private <T> T parse(byte @Nullable [] data, Class<T> type) {
        if (data == null) {
            throw new PoisonEvent("There is no data");
        }
        try {
            var payload = json.readValue(data, type);
            if (payload == null) {
                throw new PoisonEvent("The data is null");
            }
            return payload;
        } catch (JacksonException e) {
            throw new PoisonEvent("The data is not a valid " + type.getSimpleName(), e);
        }
    }
}
