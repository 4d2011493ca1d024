package dev.ashlar.testing;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

class EventSchemasTest {

    static Stream<String> types() throws IOException {
        return Arrays
                .stream(new PathMatchingResourcePatternResolver().getResources("classpath*:events/*/*.schema.json"))
                .map(schema -> String.valueOf(schema.getFilename()).replace(".schema.json", ""));
    }

    @ParameterizedTest
    @MethodSource("types")
    void hasAValidExampleForEachSchema(String type) {
        assertThatCode(() -> EventSchemas.assertValid(type, EventSchemas.example(type))).doesNotThrowAnyException();
    }

    @Test
    void namesWhatIsMissing() {
        assertThatThrownBy(() -> EventSchemas.assertValid("order.created", "{\"type\": \"order.created\"}"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("order_id");
    }

    @Test
    void checksFormats() {
        var example = EventSchemas.example("order.created")
                .replaceFirst("\"order_id\": \"[^\"]+\"", "\"order_id\": \"not-a-uuid\"");

        assertThatThrownBy(() -> EventSchemas.assertValid("order.created", example)).hasMessageContaining("order_id");
    }

    @Test
    void refusesATypeWithoutSchema() {
        assertThatThrownBy(() -> EventSchemas.example("order.forgotten")).hasMessageContaining("order.forgotten");
    }
}
