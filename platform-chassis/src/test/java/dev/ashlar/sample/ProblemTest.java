package dev.ashlar.sample;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.testing.RawHttp;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The problem that an {@code @ExceptionHandler} of a feature returns reaches the client as a complete document. */
@WithoutStores
class ProblemTest {

    private static final String OPENING = "/api/v1/samples/0198e0a4-0000-7000-8000-00000000000a/opening";

    @LocalServerPort
    int port;

    @ParameterizedTest
    @ValueSource(strings = {"Accept: application/json", "Accept: application/problem+json", "Accept: */*",
            "X-No-Accept: 1"})
    void completesTheProblemOfAFeature(String accept) {
        var sealed = new RawHttp(port).send("POST " + OPENING, accept).isProblem(409).json();

        assertThat(sealed.path("type").asString()).isEqualTo("urn:ashlar:problem:sample-sealed");
        assertThat(sealed.path("detail").asString()).isEqualTo("The sample is sealed.");
        assertThat(sealed.path("instance").asString()).isEqualTo(OPENING);
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "text/html", "garbled"})
    void ignoresTheAcceptHeaderOfASafeRequest(String accept) {
        var lent = new RawHttp(port).send("GET " + OPENING, "Accept: " + accept, "X-Request-Id: r-1").isProblem(503);

        assertThat(lent.json().path("type").asString()).isEqualTo("about:blank");
        assertThat(lent.json().path("request_id").asString()).isEqualTo("r-1");
        assertThat(lent.header("Retry-After")).containsExactly("2");
    }
}
