package dev.ashlar.inventory.catalogue.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import jakarta.validation.ConstraintValidatorContext;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AttributesValidatorTest {

    @Test
    void acceptsTextsNumbersAndBooleans() {
        assertThat(accepts(Map.of("colour", "steel", "watts", 9, "weight", new BigDecimal("1.25"), "dimmable", true)))
                .isTrue();
    }

    @Test
    void acceptsNoAttributes() {
        assertThat(accepts(null)).isTrue();
        assertThat(accepts(Map.of())).isTrue();
    }

    @Test
    void refusesNestedValues() {
        assertThat(accepts(Map.of("size", Map.of("width", 1)))).isFalse();
        assertThat(accepts(Map.of("sizes", List.of(1, 2)))).isFalse();
    }

    @Test
    void refusesANullValue() {
        assertThat(accepts(Collections.singletonMap("colour", null))).isFalse();
    }

    @Test
    void refusesNumbersWithManyDigits() {
        assertThat(accepts(Map.of("watts", new BigDecimal("1e999999")))).isFalse();
        assertThat(accepts(Map.of("watts", new BigInteger("9".repeat(21))))).isFalse();
    }

    @Test
    void refusesControlCharacters() {
        assertThat(accepts(Map.of("colour", "st\0eel"))).isFalse();
        assertThat(accepts(Map.of("col\0our", "steel"))).isFalse();
    }

    @Test
    void refusesUnpairedSurrogates() {
        assertThat(accepts(Map.of("colour", "st\ud800eel"))).isFalse();
        assertThat(accepts(Map.of("col\udc00our", "steel"))).isFalse();
        assertThat(accepts(Map.of("animal", "🦊"))).isTrue();
    }

    @Test
    void refusesMoreThanFiftyAttributes() {
        assertThat(accepts(numbered(50))).isTrue();
        assertThat(accepts(numbered(51))).isFalse();
    }

    @Test
    void refusesMoreThanEightKilobytes() {
        assertThat(accepts(Map.of("text", "x".repeat(8_000)))).isTrue();
        assertThat(accepts(Map.of("text", "ä".repeat(5_000)))).isFalse();
    }

    private static Map<String, Object> numbered(int count) {
        return IntStream.range(0, count).boxed().collect(Collectors.toMap(i -> "a" + i, Function.identity()));
    }

    private static boolean accepts(Map<String, Object> attributes) {
        return new AttributesValidator().isValid(attributes, mock(ConstraintValidatorContext.class));
    }
}
