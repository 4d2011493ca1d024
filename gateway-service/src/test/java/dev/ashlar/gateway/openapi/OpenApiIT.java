package dev.ashlar.gateway.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.gateway.GatewayTest;
import dev.ashlar.testing.ServiceClient;
import dev.ashlar.testing.TestTokens;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@GatewayTest
class OpenApiIT {

    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

    @LocalServerPort
    int port;

    @TestFactory
    Stream<DynamicTest> leadsEveryOperationOfTheDocumentSomewhere() {
        var document = document();
        var services = document.at("/components/parameters/Service/schema/enum").valueStream()
                .map(JsonNode::stringValue).toList();
        return document.get("paths").properties().stream().flatMap(path -> path.getValue().properties().stream()
                .map(Map.Entry::getKey).filter(METHODS::contains)
                .flatMap(method -> services.stream().map(service -> path.getKey().replace("{service}", service))
                        .distinct().map(concrete -> leadsSomewhere(method.toUpperCase(Locale.ROOT), concrete))));
    }

    private DynamicTest leadsSomewhere(String method, String path) {
        return DynamicTest.dynamicTest(method + " " + path, () -> {
            var concrete = path.replaceAll("\\{[^}]+}", UUID.randomUUID().toString());
            var response = ServiceClient.of(port).signedInWith(TestTokens.admin(UUID.randomUUID()))
                    .send(method, concrete, BodyPublishers.noBody());
            if (path.startsWith("/api/v1/gateway/")) { // the gateway itself responds, and may need a body
                assertThat(response.status()).isIn(200, 204, 400);
            } else {
                assertThat(response.status()).isEqualTo(200);
            }
        });
    }

    @Test
    void servesTextsAndTimesUnchanged() {
        var document = document();

        assertThat(document.get("openapi").stringValue()).startsWith("3.1");
        assertThat(document.at("/components/schemas/Instant/examples/0").stringValue()).endsWith("Z");
    }

    @Test
    void respondsWith304ToAMatchingETag() {
        var first = ServiceClient.of(port).get("/openapi.json");

        var again = ServiceClient.of(port).with("If-None-Match", first.headers().firstValue("ETag").orElseThrow())
                .get("/openapi.json");

        assertThat(again.status()).isEqualTo(304);
    }

    @Test
    void showsThisDocumentAndLoadsNothingFromOtherHosts() {
        var page = ServiceClient.of(port).get("/swagger-ui/");
        var script = ServiceClient.of(port).get("/swagger-ui/swagger-initializer.js");

        assertThat(page.body()).contains("swagger-ui-bundle.js").doesNotContain("http://", "https://");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow()).contains("default-src 'self'");
        assertThat(script.body()).contains("'/openapi.json'").doesNotContain("://");
    }

    private JsonNode document() {
        return JsonMapper.shared().readTree(ServiceClient.of(port).get("/openapi.json").body());
    }
}
