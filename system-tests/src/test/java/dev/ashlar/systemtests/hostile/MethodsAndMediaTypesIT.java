package dev.ashlar.systemtests.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Methods and media types that a resource does not support (RFC 9110, 15.5.6, 15.5.7, 15.5.16). */
@Hostile
class MethodsAndMediaTypesIT {

    @ParameterizedTest
    @MethodSource
    void refusesAnUnsupportedMethodAndListsTheOthers(Attack attack) {
        var refusal = attack.expectRefusal(405);

        assertThat(refusal.raw().headers().firstValue("Allow")).isPresent();
    }

    static Stream<Attack> refusesAnUnsupportedMethodAndListsTheOthers(Fixture fixture) {
        var order = "/api/v1/orders/" + fixture.order();
        return Stream.of(Attack.of("DELETE", "/api/v1/orders"), Attack.of("PUT", order), Attack.of("PATCH", order),
                Attack.of("DELETE", order), Attack.get(order + "/cancel"), Attack.of("PUT", "/api/v1/users/me"),
                Attack.post("/api/v1/users/me", "{}"), Attack.get("/api/v1/users"),
                Attack.get("/api/v1/users/me/password"),
                Attack.of("DELETE", "/api/v1/users/" + fixture.victim().id()),
                Attack.of("PATCH", "/api/v1/users/" + fixture.victim().id()).json("{\"name\":\"Mallory\"}"),
                Attack.get("/api/v1/sessions/refresh"), Attack.of("PUT", "/api/v1/sessions"))
                .map(attack -> attack.as(fixture.attacker()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"TRACE", "PROPFIND", "MKCOL", "DEBUG", "TRACK", "get", "X"})
    void refusesAnUnknownMethod(String method, Fixture fixture) {
        RawSocket.to(EntryPoint.GATEWAY).send(method + " /api/v1/orders HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer "
                + fixture.attacker().token() + "\r\nX-Secret: echoed\r\n\r\n").expectRefusal(400, 405, 501);
    }

    @ParameterizedTest
    @ValueSource(strings = {"X-HTTP-Method-Override", "X-HTTP-Method", "X-Method-Override"})
    void ignoresMethodOverrideHeaders(String header, Fixture fixture) {
        Attack.get("/api/v1/users/me").with(header, "DELETE").as(fixture.attacker()).expectStatus(200);
        Attack.post("/api/v1/users/me", "{}").with(header, "DELETE").as(fixture.attacker()).expectRefusal(405);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/xml", "text/html", "application/x-www-form-urlencoded",
            "multipart/form-data; boundary=x", "application/octet-stream", "application/x-java-serialized-object",
            "application/yaml", "application/cbor", "application/json-patch+json", "application/merge-patch+json"})
    void refusesMediaTypesOtherThanJson(String type, Fixture fixture) {
        Attack.order().as(fixture.attacker()).body(type, BodyPublishers.ofString(fixture.validOrder())).named(type)
                .expectRefusal(415);
    }

    @Test
    void refusesXmlWithAnExternalEntity(Fixture fixture) throws Exception {
        try (var listener = new CallbackListener()) {
            Attack.of("PATCH", "/api/v1/users/me").as(fixture.attacker()).body("application/xml",
                    BodyPublishers.ofString("<!DOCTYPE a [<!ENTITY e SYSTEM \"%s\">]><name>&e;</name>".formatted(
                            listener.url())))
                    .expectRefusal(415);
            assertThat(listener.wasCalled()).isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"garbage", "application", "application/json;;=", "*/*", "/"})
    void refusesAnInvalidMediaType(String type, Fixture fixture) {
        Attack.order().as(fixture.attacker()).body(type, BodyPublishers.ofString(fixture.validOrder())).named(type)
                .expectRefusal(400, 415);
    }

    @Test
    void refusesABodyWithoutAMediaType(Fixture fixture) {
        Attack.order().withBody(BodyPublishers.ofString(fixture.validOrder())).named("no media type")
                .as(fixture.attacker()).expectRefusal(400, 415);
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/xml", "text/html", "image/png"})
    void refusesToRespondInAnotherMediaType(String accept, Fixture fixture) {
        Attack.get("/api/v1/users/me").with("Accept", accept).as(fixture.attacker()).expectRefusal(406);
        Attack.get("/api/v1/orders/" + fixture.order()).with("Accept", accept).as(fixture.attacker())
                .expectRefusal(404, 406);
        Attack.get("/api/v1/users/me").with("Accept", accept).expectRefusal(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"garbage", "application/json;q=9", "*/*;q=", "a/b/c"})
    void anInvalidAcceptHeaderCausesNoServerError(String accept, Fixture fixture) {
        Attack.get("/api/v1/users/me").with("Accept", accept).as(fixture.attacker()).expectRefusal(400, 406);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/orders", "/api/v1/products", "/api/v1/users/me", "/health/detailed"})
    void allowsNoOtherOrigin(String path) {
        var preflight = Attack.of("OPTIONS", path).with("Origin", "https://evil.example")
                .with("Access-Control-Request-Method", "DELETE").with("Access-Control-Request-Headers", "Authorization")
                .expectRefusal(401, 403, 405);

        assertThat(preflight.raw().headers().map().keySet()).noneMatch(name -> name.startsWith("access-control"));
    }
}
