package dev.ashlar.systemtests.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.systemtests.Answer;
import java.net.URI;
import tools.jackson.databind.node.ObjectNode;

/** The form of every refusal, whoever refused: a problem document (RFC 9457) that tells nothing of the inside. */
final class Refusal {

    private Refusal() {}

    static void check(Answer answer) {
        var headers = answer.raw().headers();
        assertThat(headers.firstValue("Content-Type")).hasValueSatisfying(
                type -> assertThat(type).startsWith("application/problem+json"));
        assertThat(headers.firstValue("Cache-Control")).hasValueSatisfying(
                caching -> assertThat(caching).contains("no-store"));
        Hygiene.check(answer);
        if (!answer.raw().request().method().equals("HEAD")) {
            checkDocument(answer);
        }
    }

    private static void checkDocument(Answer answer) {
        var problem = (ObjectNode) answer.body();
        assertThat(URI.create(problem.path("type").asString())).isNotEqualTo(URI.create(""));
        assertThat(problem.path("title").asString()).isNotBlank();
        assertThat(problem.path("status").intValue()).isEqualTo(answer.status());
        assertThat(problem.path("detail").asString()).isNotBlank();
        assertThat(problem.path("instance").asString()).isEqualTo(answer.raw().uri().getRawPath());
        assertThat(problem.path("request_id").asString())
                .isEqualTo(answer.raw().headers().firstValue("X-Request-Id").orElseThrow());
        for (var error : problem.path("errors")) {
            assertThat(error.path("message").asString()).isNotBlank();
            assertThat(error.path("field").isString()).isTrue();
        }
        problem.remove("instance"); // the caller's own words
        assertThat(problem.toString()).doesNotContainPattern(Hygiene.LEAK);
    }
}
