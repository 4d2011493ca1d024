package dev.ashlar.gateway.firewall;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.gateway.FakeServices;
import dev.ashlar.gateway.GatewayTest;
import dev.ashlar.testing.Logs;
import dev.ashlar.testing.RawHttp;
import dev.ashlar.testing.ServiceClient;
import dev.ashlar.testing.TestTokens;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@GatewayTest
@TestPropertySource(properties = {"TRUSTED_PROXIES=127\\\\.0\\\\.0\\\\.1", "FIREWALL_REFUSALS=3", "FIREWALL_BLOCK=30s",
        "FIREWALL_ATTACK_XSS=block", "FIREWALL_ATTACK_RCE=off"})
class FirewallIT {

    private static final String RULES = "/api/v1/gateway/firewall";
    private static final String PRODUCTS = "/api/v1/products";

    @RegisterExtension
    final Logs logs = new Logs();

    @LocalServerPort
    int port;

    @Autowired
    FakeServices services;

    @Test
    void showsTheRulesToAdminsOnly() {
        assertThat(client().get(RULES).status()).isEqualTo(401);
        assertThat(client().signedInWith(TestTokens.shopper(UUID.randomUUID())).get(RULES).status()).isEqualTo(403);

        var rules = rules();

        assertThat(rules.propertyNames()).containsExactly("rules");
        assertThat(rules.path("rules")).hasSize(15).allSatisfy(rule -> {
            assertThat(rule.propertyNames()).containsExactly("id", "description", "mode", "matched");
            assertThat(rule.path("mode").asString()).isIn("off", "log", "block");
        });
    }

    @Test
    void countsAndForwardsARequestThatARuleOnlyLogs() {
        var before = matched("attack-sqli");

        assertThat(client().with("X-Forwarded-For", "203.0.113.20").get(PRODUCTS + "?q=1%27%20or%201=1--").status())
                .isEqualTo(200);

        assertThat(matched("attack-sqli")).isEqualTo(before + 1);
        assertThat(logs.with("rule", "attack-sqli")).first().satisfies(line -> {
            assertThat(line.logger()).isEqualTo("ashlar.security");
            assertThat(line.values()).containsEntry("event", "firewall_matched").containsEntry("mode", "log")
                    .containsEntry("address", "203.0.113.20").containsEntry("path", PRODUCTS);
        });
    }

    @Test
    void refusesARequestThatARuleBlocks() {
        var target = PRODUCTS + "?q=%3Cscript%3E" + UUID.randomUUID();

        var response = client().with("X-Forwarded-For", "203.0.113.21").with("X-Request-Id", "blocked").get(target);

        assertThat(response.status()).isEqualTo(403);
        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(response.body()).contains("\"status\":403", "attack-xss", "\"request_id\":\"blocked\"");
        assertThat(services.named("inventory").requestsFor(target)).isEmpty();
    }

    @Test
    void blocksScannersOnTheApi() {
        var response = client().with("X-Forwarded-For", "203.0.113.22").with("User-Agent", "sqlmap/1.7").get(PRODUCTS);

        assertThat(response.status()).isEqualTo(403);
    }

    @Test
    void ignoresARuleThatIsOff() {
        assertThat(client().get(PRODUCTS + "?q=;cat%20/a").status()).isEqualTo(200);

        assertThat(matched("attack-rce")).isZero();
    }

    @Test
    void blocksAClientWithTooManyRefusalsForAWhile() {
        var attacker = client().with("X-Forwarded-For", "203.0.113.23");
        for (var i = 0; i < 3; i++) {
            assertThat(attacker.get(PRODUCTS + "?q=%3Cscript%3E").status()).isEqualTo(403);
        }

        var blocked = client().with("X-Forwarded-For", "[::ffff:203.0.113.23]:99").get(PRODUCTS);

        assertThat(blocked.status()).isEqualTo(429);
        assertThat(Integer.parseInt(blocked.headers().firstValue("Retry-After").orElseThrow())).isBetween(1, 30);
        assertThat(blocked.body()).contains("firewall", "\"status\":429");
        assertThat(client().with("X-Forwarded-For", "203.0.113.24").get(PRODUCTS).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({"GET, /api/v1/products/%2femails, 400, protocol-enforcement-path",
            "GET, /api/v1/products/../emails, 400, attack-lfi-path-traversal",
            "GET, /api/v1/products;a=b, 400, protocol-enforcement-path",
            "PROPFIND, /api/v1/products, 405, method-enforcement", "GET, /.env, 401, scanner-detection-path"})
    void countsRequestsThatTheGatewayRefusesAnyway(String method, String path, int status, String rule) {
        var before = matched(rule);

        assertThat(new RawHttp(port).send(method + " " + path).status()).isEqualTo(status);

        assertThat(matched(rule)).isEqualTo(before + 1);
    }

    @Test
    void countsRequestsWithManyHeaders() {
        var before = matched("protocol-enforcement-headers");
        var headers = IntStream.range(0, 70).mapToObj(i -> "X-A" + i + ": b").toArray(String[]::new);

        assertThat(new RawHttp(port).send("GET " + PRODUCTS, headers).status()).isEqualTo(200);

        assertThat(matched("protocol-enforcement-headers")).isEqualTo(before + 1);
    }

    private long matched(String rule) {
        return rules().path("rules").valueStream().filter(one -> one.path("id").asString().equals(rule)).findFirst()
                .orElseThrow().path("matched").longValue();
    }

    private JsonNode rules() {
        var response = client().signedInWith(TestTokens.admin(UUID.randomUUID())).get(RULES);
        assertThat(response.status()).isEqualTo(200);
        return JsonMapper.shared().readTree(response.body());
    }

    private ServiceClient client() {
        return ServiceClient.of(port);
    }
}
