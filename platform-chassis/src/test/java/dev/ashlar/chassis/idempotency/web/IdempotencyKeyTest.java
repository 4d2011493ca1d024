package dev.ashlar.chassis.idempotency.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.ashlar.chassis.web.Problem;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpHeaders;

class IdempotencyKeyTest {

    @Test
    void acceptsEveryVisibleAsciiCharacter() {
        assertThat(IdempotentPosts.key(keys("!"))).isEqualTo("!");
        assertThat(IdempotentPosts.key(keys("~".repeat(255)))).isEqualTo("~".repeat(255));
        assertThat(IdempotentPosts.key(keys("\"a,b;c\""))).isEqualTo("\"a,b;c\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "two words", "tab\t", "\u007f", "caf\u00e9"})
    void refusesOtherCharacters(String key) {
        refuses(keys(key));
    }

    @Test
    void refusesMoreThan255Characters() {
        refuses(keys("k".repeat(256)));
    }

    @Test
    void refusesNoKeyAndTwoKeys() {
        refuses(keys());
        refuses(keys("one", "two"));
    }

    private static void refuses(HttpHeaders headers) {
        assertThatExceptionOfType(Problem.class).isThrownBy(() -> IdempotentPosts.key(headers))
                .satisfies(problem -> assertThat(problem.getStatusCode().value()).isEqualTo(400));
    }

    private static HttpHeaders keys(String... keys) {
        var headers = new HttpHeaders();
        headers.addAll("Idempotency-Key", List.of(keys));
        return headers;
    }
}
