package dev.ashlar.gateway.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.gateway.FakeServices;
import dev.ashlar.gateway.GatewayTest;
import dev.ashlar.testing.RawHttp;
import dev.ashlar.testing.RawResponse;
import dev.ashlar.testing.TestTokens;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

/** Sends more requests than the limit of sign-ins allows. Uses the properties of {@code UnlimitedIT}, so that both share one gateway. */
@GatewayTest
@TestPropertySource(properties = {"LIMITS_ENABLED=false", "LIMITS_USER_READ_BURST=1", "LIMITS_USER_READ_RATE=0.001"})
class ContentTypeFilterIT {

    private static final String FORM = "Content-Type: application/x-www-form-urlencoded";

    @LocalServerPort
    int port;

    @Autowired
    FakeServices services;

    @ParameterizedTest
    @ValueSource(strings = {"{}", "a=%zz", "a=%ff", "%", "a=1&a=2", "=", "&&", "a=1",
            "{\"email\":\"a+b@example.org\"}"})
    void rejectsFormsWith415(String form) {
        assertRejected(new RawHttp(port).send("POST /api/v1/sessions", List.of(FORM), form.getBytes()));
        assertRejected(new RawHttp(port).send("POST /api/v1/users?a=%zz", List.of(FORM), form.getBytes()));
        assertRejected(new RawHttp(port).chunked("POST /api/v1/users?a=1", List.of(FORM), form.getBytes()));
        assertRejected(new RawHttp(port).send("GET /api/v1/products?q=a", List.of(FORM), form.getBytes()));
    }

    private static void assertRejected(RawResponse response) {
        response.isProblem(415);
        assertThat(response.json().path("detail").asString()).contains("Send Content-Type: application/json");
        assertThat(response.header("Accept")).containsExactly("application/json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "text/plain;charset=utf-8", "text/html", "application/xml",
            "multipart/form-data; boundary=x", "application/octet-stream", "application/yaml",
            "application/merge-patch+json", "application/jsonp", "json", "image/gif", "image/png"})
    void rejectsOtherTypesWith415(String type) {
        assertRejected(
                new RawHttp(port).send("POST /api/v1/sessions", List.of("Content-Type: " + type), "{}".getBytes()));
    }

    @Test
    void rejectsABodyWithoutAType() {
        assertRejected(new RawHttp(port).send("POST /api/v1/sessions", List.of(), "{}".getBytes()));
    }

    @Test
    void checksAuthenticationFirst() {
        var token = "Authorization: Bearer " + TestTokens.shopper(UUID.randomUUID());

        assertRejected(new RawHttp(port).send("PATCH /api/v1/users/me", List.of(FORM, token), "name=a".getBytes()));
        new RawHttp(port).send("PATCH /api/v1/users/me", List.of(FORM), "name=a".getBytes()).isProblem(401);
    }

    @ParameterizedTest
    @CsvSource({"application/json", "APPLICATION/JSON", "application/json;charset=UTF-8"})
    void forwardsJson(String type) {
        assertThat(new RawHttp(port).send("POST /api/v1/sessions", List.of("Content-Type: " + type), "{}".getBytes())
                .status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"image/png", "image/jpeg"})
    void forwardsPicturesOfPutRequests(String type) {
        var token = "Authorization: Bearer " + TestTokens.shopper(UUID.randomUUID());

        assertThat(new RawHttp(port).send("PUT /api/v1/users/me/avatar", List.of("Content-Type: " + type, token),
                "picture".getBytes()).status()).isEqualTo(200);
    }

    @Test
    void needsNoTypeWithoutABody() {
        assertThat(new RawHttp(port).send("POST /api/v1/sessions", FORM, "Content-Length: 0").status()).isEqualTo(200);
    }
}
