package dev.ashlar.systemtests.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.systemtests.Answer;
import dev.ashlar.systemtests.Shopper;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What headers of a request may cause, and what those of an answer say. */
@Hostile
class HeadersIT {

    @ParameterizedTest
    @ValueSource(strings = {"X-Forwarded-Host: evil.example", "X-Forwarded-Proto: gopher", "X-Forwarded-Port: 99",
            "X-Forwarded-Prefix: /evil.example", "Forwarded: host=evil.example;proto=gopher",
            "X-Original-URL: /evil.example",
            "X-Rewrite-URL: /evil.example", "X-Host: evil.example", "X-Original-Host: evil.example",
            "X-Forwarded-Server: evil.example"})
    void noHeaderNamesAnotherHost(String header) {
        var parts = header.split(": ");
        var email = UUID.randomUUID() + "@example.org";
        var made = Attack.post("/api/v1/users",
                "{\"email\":\"%s\",\"name\":\"Ada\",\"password\":\"three words make 15\"}".formatted(email))
                .with(parts[0], parts[1]).named(header).isHarmless(201);

        assertThat(made.raw().headers().firstValue("Location")).hasValue("/api/v1/users/" + made.id());
        assertNothingOf(made, "evil", "gopher", ":99");
    }

    @ParameterizedTest
    @ValueSource(strings = {"evil.example", "evil.example:99", "localhost", "169.254.169.254"})
    void theHostIsNowhereRepeated(String host) {
        for (var path : new String[]{"/api/v1/products?limit=1", "/api/v1/users/me", "/swagger-ui", "/openapi.json",
                "/.well-known/jwks.json", "/.well-known/oauth-protected-resource", "/health/ready"}) {
            var exchange = Wire.to(Door.GATEWAY).send("GET " + path + " HTTP/1.1\r\nHost: " + host + "\r\n\r\n");
            assertThat(exchange.answers()).singleElement().satisfies(
                    answer -> assertThat(answer.head() + answer.body()).doesNotContain(host));
        }
    }

    @Test
    void theIssuerOfATokenIsNotTheHost() {
        var shopper = Shopper.registered();
        var token = Attack.post("/api/v1/sessions", "{\"email\":\"%s\",\"password\":\"%s\"}".formatted(shopper.email(),
                shopper.password())).with("X-Forwarded-Host", "evil.example").with("Forwarded", "host=evil.example")
                .isHarmless(201).text("access_token");
        var claims = new String(Base64.getUrlDecoder().decode(token.split("\\.")[1]));

        assertThat(claims).contains("\"iss\":\"https://ashlar.local\"").doesNotContain("evil");
    }

    @ParameterizedTest
    @EnumSource(Door.class)
    void aRequestIdIsRepeatedIfItIsOne(Door door) {
        var given = "A-b_c.9".repeat(9); // 63 characters
        var answer = Attack.get("/health").at(door).with("X-Request-Id", given).isHarmless(200);

        assertThat(answer.raw().headers().allValues("X-Request-Id")).containsExactly(given);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "<script>", "a;b", "a/b", "../../a", "%0d%0aX: y", "a,b", "${x}"})
    void aRequestIdThatIsNoneIsReplaced(String given) {
        var answer = Attack.get("/api/v1/users/me").with("X-Request-Id", given).named(given).isRefusedWith(401);

        assertThat(answer.raw().headers().allValues("X-Request-Id")).singleElement().isNotEqualTo(given);
    }

    @Test
    void aRequestIdHasAtMost64Characters() {
        var longest = "a".repeat(64);
        var kept = Attack.get("/health").with("X-Request-Id", longest).isHarmless(200);
        var replaced = Attack.get("/health").with("X-Request-Id", longest + "a").isHarmless(200);

        assertThat(kept.raw().headers().firstValue("X-Request-Id")).hasValue(longest);
        assertThat(replaced.raw().headers().firstValue("X-Request-Id")).hasValueSatisfying(
                id -> assertThat(id).doesNotStartWith("aaa"));
    }

    @ParameterizedTest
    @EnumSource(Door.class)
    void bytesOfNoMeaningInAHeaderAreNoFaultOfOurs(Door door, Scene scene) {
        for (var value : List.of("a\u0001b", "a\u0085b", "\u00e4\u00b8\u0080")) {
            for (var name : List.of("Accept", "If-None-Match", "User-Agent", "X-Any")) {
                var exchange = Wire.to(door)
                        .send("GET " + door.guardedPath() + " HTTP/1.1\r\nHost: a\r\nConnection: close"
                                + "\r\nAuthorization: Bearer " + scene.attacker().token() + "\r\n" + name + ": " + value
                                + "\r\n\r\n");
                assertThat(exchange.answers()).singleElement().satisfies(answer -> {
                    assertThat(answer.status()).as("%s of %s", name, door).isIn(200, 400, 403, 406);
                    answer.checkHygiene();
                });
            }
        }
    }

    @Test
    void everyStatusHasTheHeadersThatKeepABrowserSafe(Scene scene) {
        var attacker = scene.attacker();
        Attack.get("/api/v1/users/me").as(attacker).isHarmless(200);
        Attack.get("/api/v1/users/me").isRefusedWith(401);
        Attack.get("/api/v1/emails").as(attacker).isRefusedWith(403);
        Attack.get("/api/v1/orders/" + scene.order()).as(attacker).isRefusedWith(404);
        Attack.of("DELETE", "/api/v1/orders").as(attacker).isRefusedWith(405);
        Attack.order(" ".repeat(70_000)).as(attacker).isRefusedWith(413);
        Attack.order("{}").with("Content-Type", "text/plain").as(attacker).isRefusedWith(400, 415);
        Attack.get("/api/v1/products?limit=0").isRefusedWith(400);
        Attack.of("PATCH", "/api/v1/users/me").json("{\"name\":\"Eve\"}").with("If-Match", "\"999\"").as(attacker)
                .isRefusedWith(412);
    }

    @ParameterizedTest
    @EnumSource(Door.class)
    void everyDoorHasThemByItself(Door door, Scene scene) {
        Attack.get(door.guardedPath()).at(door).isRefusedWith(401);
        Attack.get("/no/such/path").at(door).as(scene.attacker()).isRefusedWith(404);
        Attack.get("/health").at(door).isHarmless(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"garbage", "\"1", "W/\"1\"", "1", "\"x\"", "\"1\" \"2\"", ",,,", "\"\0\""})
    void aTagThatIsNoneMatchesNothing(String tag, Scene scene) {
        var ifMatch = tag.replace("\0", "%00");
        Attack.of("PATCH", "/api/v1/users/me").json("{\"name\":\"Eve\"}").with("If-Match", ifMatch).named(tag)
                .as(scene.attacker()).isRefusedWith(400, 412);
    }

    @Test
    void whatIsPrivateIsNotStored(Scene scene) {
        for (var path : new String[]{"/api/v1/users/me", "/api/v1/orders", "/api/v1/sessions"}) {
            var answer = Attack.get(path).as(scene.victim()).isHarmless(200);
            assertThat(answer.raw().headers().firstValue("Cache-Control")).hasValue("private, no-store");
        }
    }

    private static void assertNothingOf(Answer answer, String... words) {
        assertThat(answer.raw().headers().map() + answer.raw().body()).doesNotContain(words);
    }
}
