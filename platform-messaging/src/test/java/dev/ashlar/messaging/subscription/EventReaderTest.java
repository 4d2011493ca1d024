package dev.ashlar.messaging.subscription;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.ashlar.messaging.PoisonEvent;
import jakarta.validation.Validation;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class EventReaderTest {

    private final EventReader reader = new EventReader(JsonMapper.builder().build(),
            Validation.buildDefaultValidatorFactory().getValidator());

    record Payload(@NotNull String name, @Positive int count) {}

    @Test
    void ignoresUnknownFields() {
        assertThat(read("{\"name\":\"a\",\"count\":1,\"new_field\":{}}")).isEqualTo(new Payload("a", 1));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "null", "[]", "{", "{\"name\":\"a\"}", "{\"count\":1}", "{\"name\":\"a\",\"count\":0}",
            "{\"name\":null,\"count\":1}", "{\"type\":\"lost\",\"name\":\"a\",\"count\":1}"})
    void rejectsDataThatDoesNotHaveTheType(String data) {
        assertThatExceptionOfType(PoisonEvent.class).isThrownBy(() -> read(data));
    }

    @Test
    void readsTheTypeAtTheTopOfTheDataOnly() {
        var nested = "{\"items\":[{\"type\":\"lost\",\"id\":1}],\"type\":\"counted\"}";

        assertThat(reader.payload(nested.getBytes(UTF_8), Items.class, "counted").items()).hasSize(1);
        assertThatExceptionOfType(PoisonEvent.class)
                .isThrownBy(() -> reader.payload(nested.getBytes(UTF_8), Items.class, "lost"));
    }

    @Test
    void checksTheTypeOfAPayloadThatHasTheFieldItself() {
        var data = "{\"type\":\"counted\"}".getBytes(UTF_8);

        assertThat(reader.payload(data, Typed.class, "counted").type()).isEqualTo("counted");
        assertThatExceptionOfType(PoisonEvent.class).isThrownBy(() -> reader.payload(data, Typed.class, "lost"));
    }

    record Item(int id) {}

    record Items(List<Item> items) {}

    record Typed(String type) {}

    private Payload read(String data) {
        return reader.payload(data == null ? null : data.getBytes(UTF_8), Payload.class, "counted");
    }
}
