package dev.ashlar.systemtests.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.systemtests.Response;
import dev.ashlar.systemtests.Shopper;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Hostile request headers, and the security headers of responses. */
@Hostile
class HeadersIT {

    private static final List<String> CLAIMED_HOSTS = List.of("X-Forwarded-Host: evil.example",
            "X-Forwarded-Proto: gopher", "X-Forwarded-Port: 99", "X-Forwarded-Prefix: /evil.example",
            "Forwarded: host=evil.example;proto=gopher", "X-Original-URL: /evil.example",
            "X-Rewrite-URL: /evil.example", "X-Host: evil.example", "X-Original-Host: evil.example",
            "X-Forwarded-Server: evil.example");

    @ParameterizedTest
    @FieldSource("CLAIMED_HOSTS")
    void noHeaderChangesTheHostInAResponse(String header, Fixture fixture) {
        var parts = header.split(": ");
        var made = Attack.post("/api/v1/products", """
                {"sku":"%s","name":"x","description":"","category":"x","price":0.01,"currency":"USD"}"""
                .formatted(UUID.randomUUID())).as(fixture.admin()).with(parts[0], parts[1]).named(header)
                .expectStatus(201);

        assertThat(made.raw().headers().firstValue("Location")).hasValue("/api/v1/products/" + made.id());
        assertNothingOf(made, "evil", "gopher", ":99");
    }

    @Test
    void noHeaderChangesTheHostInTheResponseToARegistration() {
        var registration = Attack.post("/api/v1/users",
                "{\"email\":\"%s@example.org\",\"name\":\"Ada\",\"password\":\"three words make 15\"}"
                        .formatted(UUID.randomUUID()));
        for (var header : CLAIMED_HOSTS) {
            registration = registration.with(header.split(": ")[0], header.split(": ")[1]);
        }
        var made = registration.expectStatus(201);

        assertThat(made.raw().headers().firstValue("Location")).hasValue("/api/v1/users/" + made.id());
        assertNothingOf(made, "evil", "gopher", ":99");
    }

    @ParameterizedTest
    @ValueSource(strings = {"evil.example", "evil.example:99", "localhost", "169.254.169.254"})
    void noResponseRepeatsTheHostHeader(String host) {
        for (var path : new String[]{"/api/v1/products?limit=1", "/api/v1/users/me", "/swagger-ui", "/openapi.json",
                "/.well-known/jwks.json", "/.well-known/oauth-protected-resource", "/health/ready"}) {
            var exchange = RawSocket.to(EntryPoint.GATEWAY)
                    .send("GET " + path + " HTTP/1.1\r\nHost: " + host + "\r\n\r\n");
            assertThat(exchange.responses()).singleElement().satisfies(
                    response -> assertThat(response.head() + response.body()).doesNotContain(host));
        }
    }

    @Test
    void noHeaderChangesTheIssuerOfAToken() {
        var shopper = Shopper.registered();
        var token = Attack.post("/api/v1/sessions", "{\"email\":\"%s\",\"password\":\"%s\"}".formatted(shopper.email(),
                shopper.password())).with("X-Forwarded-Host", "evil.example").with("Forwarded", "host=evil.example")
                .expectStatus(201).text("access_token");
        var claims = new String(Base64.getUrlDecoder().decode(token.split("\\.")[1]));

        assertThat(claims).contains("\"iss\":\"https://ashlar.local\"").doesNotContain("evil");
    }

    @ParameterizedTest
    @EnumSource(EntryPoint.class)
    void returnsAValidRequestId(EntryPoint entryPoint) {
        var given = "A-b_c.9".repeat(9); // 63 characters
        var response = Attack.get("/health").at(entryPoint).with("X-Request-Id", given).expectStatus(200);

        assertThat(response.raw().headers().allValues("X-Request-Id")).containsExactly(given);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "<script>", "a;b", "a/b", "../../a", "%0d%0aX: y", "a,b", "${x}"})
    void replacesAnInvalidRequestId(String given) {
        var response = Attack.get("/api/v1/users/me").with("X-Request-Id", given).named(given).expectRefusal(401);

        assertThat(response.raw().headers().allValues("X-Request-Id")).singleElement().isNotEqualTo(given);
    }

    @Test
    void acceptsRequestIdsOfUpTo64Characters() {
        var longest = "a".repeat(64);
        var kept = Attack.get("/health").with("X-Request-Id", longest).expectStatus(200);
        var replaced = Attack.get("/health").with("X-Request-Id", longest + "a").expectStatus(200);

        assertThat(kept.raw().headers().firstValue("X-Request-Id")).hasValue(longest);
        assertThat(replaced.raw().headers().firstValue("X-Request-Id")).hasValueSatisfying(
                id -> assertThat(id).doesNotStartWith("aaa"));
    }

    @ParameterizedTest
    @EnumSource(EntryPoint.class)
    void invalidBytesInAHeaderCauseNoServerError(EntryPoint entryPoint, Fixture fixture) {
        for (var value : List.of("a\u0001b", "a\u0085b", "\u00e4\u00b8\u0080")) {
            for (var name : List.of("Accept", "If-None-Match", "User-Agent", "X-Any")) {
                var exchange = RawSocket.to(entryPoint)
                        .send("GET " + entryPoint.protectedPath() + " HTTP/1.1\r\nHost: a\r\nConnection: close"
                                + "\r\nAuthorization: Bearer " + fixture.attacker().token() + "\r\n" + name + ": "
                                + value
                                + "\r\n\r\n");
                assertThat(exchange.responses()).singleElement().satisfies(response -> {
                    assertThat(response.status()).as("%s of %s", name, entryPoint).isIn(200, 400, 403, 406);
                    response.checkResponseRules();
                });
            }
        }
    }

    @Test
    void everyStatusHasTheSecurityHeaders(Fixture fixture) {
        var attacker = fixture.attacker();
        Attack.get("/api/v1/users/me").as(attacker).expectStatus(200);
        Attack.get("/api/v1/users/me").expectRefusal(401);
        Attack.get("/api/v1/emails").as(attacker).expectRefusal(403);
        Attack.get("/api/v1/orders/" + fixture.order()).as(attacker).expectRefusal(404);
        Attack.of("DELETE", "/api/v1/orders").as(attacker).expectRefusal(405);
        Attack.order(" ".repeat(70_000)).as(attacker).expectRefusal(413);
        Attack.order("{}").with("Content-Type", "text/plain").as(attacker).expectRefusal(400, 415);
        Attack.get("/api/v1/products?limit=0").expectRefusal(400);
        Attack.of("PATCH", "/api/v1/users/me").json("{\"name\":\"Eve\"}").with("If-Match", "\"999\"").as(attacker)
                .expectRefusal(412);
    }

    @ParameterizedTest
    @EnumSource(EntryPoint.class)
    void eachServiceSetsTheSecurityHeadersItself(EntryPoint entryPoint, Fixture fixture) {
        Attack.get(entryPoint.protectedPath()).at(entryPoint).expectRefusal(401);
        Attack.get("/no/such/path").at(entryPoint).as(fixture.attacker()).expectRefusal(404);
        Attack.get("/health").at(entryPoint).expectStatus(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"garbage", "\"1", "W/\"1\"", "1", "\"x\"", "\"1\" \"2\"", ",,,", "\"\0\""})
    void refusesAnInvalidEntityTag(String tag, Fixture fixture) {
        var ifMatch = tag.replace("\0", "%00");
        Attack.of("PATCH", "/api/v1/users/me").json("{\"name\":\"Eve\"}").with("If-Match", ifMatch).named(tag)
                .as(fixture.attacker()).expectRefusal(400, 412);
    }

    @Test
    void forbidsCachesToStorePrivateData(Fixture fixture) {
        for (var path : new String[]{"/api/v1/users/me", "/api/v1/orders", "/api/v1/sessions"}) {
            var response = Attack.get(path).as(fixture.victim()).expectStatus(200);
            assertThat(response.raw().headers().firstValue("Cache-Control")).hasValue("private, no-store");
        }
    }

    private static void assertNothingOf(Response response, String... words) {
        assertThat(response.raw().headers().map() + response.raw().body()).doesNotContain(words);
    }
}
