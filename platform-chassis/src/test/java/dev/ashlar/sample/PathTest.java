package dev.ashlar.sample;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.testing.RawHttp;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A resource has one path. A path that could be read as another one is refused before authorization. */
@WithoutStores
class PathTest {

    private static final String ID = "0198e0a4-0000-7000-8000-00000000000a";

    @LocalServerPort
    int port;

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/samples;a=b", "/api/v1/samples/;/secret", "/api/v1/samples/%2e%2e/samples",
            "/api/v1/samples/../samples", "/api/v1/./samples", "/api/v1//samples", "//api/v1/samples",
            "/api/v1/samples/%2f", "/api/v1/samples%2F" + ID, "/api/v1/samples/%5c", "/api/v1/samples/%00",
            "/api/v1/samples/%0a", "/api/v1/samples/%25", "/api/v1/samples/%zz", "/api/v1/samples/%ff",
            "/api/v1/samples/%c0%ae", "/health/..;/api/v1/samples/" + ID + "/secret",
            "/health/%2e%2e/api/v1/samples/" + ID + "/secret", "/api/v1/samples/%e2%80%a8", "/%", "/%3b"})
    void refusesAmbiguousPaths(String path) {
        new RawHttp(port).send("GET " + path).isProblem(400);
        new RawHttp(port).json("POST " + path, "{\"name\":\"a\",\"count\":1}").isProblem(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/samples/", "/API/v1/samples", "/api/v1/Samples", "/api/v1/samples.json",
            "/api/v1/samples/" + ID + "/secret", "/api/v1/samples/" + ID + "/secret/", "/error", "/error?a=1",
            "/actuator", "/actuator/prometheus", "/actuator/env", "/health/", "/Health", "/health/detailed",
            "/api/v1/s%61mples/" + ID + "/secret", "/%C3%A9", "/favicon.ico", "/index.html", "/"})
    void requiresATokenForEveryPathThatIsNotOpen(String path) {
        assertThat(new RawHttp(port).send("GET " + path).isProblem(401).header("WWW-Authenticate"))
                .containsExactly("Bearer");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/{", "/}", "/|", "/^", "/`", "/\"", "/<a>", "/\\", "/\u00e9", "/a b", "/[", "a",
            "http://[", "*", "?"})
    void refusesMalformedTargets(String target) {
        var response = new RawHttp(port).send("GET " + target);

        assertThat(response.status()).isEqualTo(400);
        assertThat(response.body()).doesNotContain("Exception", "org.", "Tomcat");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://evil.example/nowhere", "http://user@evil.example:1/nowhere"})
    void doesNotRepeatTheHostThatTheClientNames(String target) {
        var response = new RawHttp(port).send("GET " + target, "X-Forwarded-Host: evil.example",
                "Forwarded: host=evil.example", "X-Forwarded-Prefix: /evil.example", "X-Original-URL: /evil.example");

        assertThat(String.join("\n", response.head()) + response.body()).doesNotContain("evil");
    }
}
