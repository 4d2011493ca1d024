package dev.ashlar.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.validation.Validation;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class PayloadReaderTest {

    private final PayloadReader reader = new PayloadReader(JsonMapper.builder().build(),
            Validation.buildDefaultValidatorFactory().getValidator());

    record Payload(@NotNull String name, @Positive int count) {}

    @Test
    void ignoresFieldsThatItDoesNotKnow() {
        assertThat(read("{\"name\":\"a\",\"count\":1,\"new_field\":{}}")).isEqualTo(new Payload("a", 1));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "null", "[]", "{", "{\"name\":\"a\"}", "{\"count\":1}", "{\"name\":\"a\",\"count\":0}",
            "{\"name\":null,\"count\":1}", "{\"type\":\"lost\",\"name\":\"a\",\"count\":1}"})
    void refusesDataThatIsNotWhatTheTypePromises(String data) {
        assertThatExceptionOfType(PoisonEvent.class).isThrownBy(() -> read(data));
    }

    private Payload read(String data) {
        return reader.read(data == null ? null : data.getBytes(UTF_8), Payload.class, "counted");
    }
}
