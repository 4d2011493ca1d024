package dev.ashlar.systemtests.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.systemtests.Response;
import java.net.URI;
import tools.jackson.databind.node.ObjectNode;

/** Every refusal is a problem document (RFC 9457) that reveals no internals. */
final class ProblemRules {

    private ProblemRules() {}

    static void check(Response response) {
        var headers = response.raw().headers();
        assertThat(headers.firstValue("Content-Type")).hasValueSatisfying(
                type -> assertThat(type).startsWith("application/problem+json"));
        assertThat(headers.firstValue("Cache-Control")).hasValueSatisfying(
                caching -> assertThat(caching).contains("no-store"));
        ResponseRules.check(response);
        if (!response.raw().request().method().equals("HEAD")) {
            checkDocument(response);
        }
    }

    private static void checkDocument(Response response) {
        var problem = (ObjectNode) response.body();
        assertThat(URI.create(problem.path("type").asString())).isNotEqualTo(URI.create(""));
        assertThat(problem.path("title").asString()).isNotBlank();
        assertThat(problem.path("status").intValue()).isEqualTo(response.status());
        assertThat(problem.path("detail").asString()).isNotBlank();
        assertThat(problem.path("instance").asString()).isEqualTo(response.raw().uri().getRawPath());
        assertThat(problem.path("request_id").asString())
                .isEqualTo(response.raw().headers().firstValue("X-Request-Id").orElseThrow());
        for (var error : problem.path("errors")) {
            assertThat(error.path("message").asString()).isNotBlank();
            assertThat(error.path("field").isString()).isTrue();
        }
        problem.remove("instance"); // repeats the path of the request
        assertThat(problem.toString()).doesNotContainPattern(ResponseRules.LEAK);
    }
}
