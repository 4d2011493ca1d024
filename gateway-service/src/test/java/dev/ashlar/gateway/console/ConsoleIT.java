package dev.ashlar.gateway.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.gateway.GatewayTest;
import dev.ashlar.testing.RawHttp;
import dev.ashlar.testing.ServiceClient;
import dev.ashlar.testing.ServiceResponse;
import dev.ashlar.testing.TestTokens;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

@GatewayTest
class ConsoleIT {

    private static final Pattern ASSET = Pattern.compile("\\./(assets/[^\"]+)");
    private static final Pattern IMPORT = Pattern.compile("(?:from|import\\()\\s*['\"]\\./([^'\"]+)");

    @LocalServerPort
    int port;

    @ParameterizedTest
    @ValueSource(strings = {"text/html", "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"})
    void redirectsABrowserToThePage(String accept) {
        var response = client().with("Accept", accept).get("/");

        assertThat(response.is(302).header("Location")).isEqualTo("/console/");
        assertThat(response.headers().allValues("Vary")).contains("Accept");
    }

    @ParameterizedTest
    @ValueSource(strings = {"*/*", "application/json", "text/html;q=0", "garbage"})
    void respondsToOtherClientsWithAProblem(String accept) {
        assertThat(client().with("Accept", accept).get("/").is(404).text("detail")).isNotBlank();
    }

    @Test
    void respondsToASignedInClientWithAProblem() {
        assertThat(client().signedInWith(TestTokens.shopper(UUID.randomUUID())).get("/").is(404).text("request_id"))
                .isNotBlank();
    }

    @Test
    void redirectsToTheFolderWithoutRepeatingTheHost() {
        var response = new RawHttp(port).exactly("GET /console", List.of("Host: evil.example"), new byte[0]);

        assertThat(response.header("Location")).containsExactly("/console/");
    }

    @Test
    void servesThePageWithAStrictPolicy() {
        var page = page();

        assertThat(page.header("Content-Type")).startsWith("text/html");
        assertThat(page.header("Cache-Control")).isEqualTo("no-cache, public");
        assertThat(page.header("Content-Security-Policy"))
                .contains("default-src 'none'", "script-src 'self'", "style-src 'self'", "connect-src 'self';",
                        "frame-ancestors 'none'", "require-trusted-types-for 'script'")
                .doesNotContain("unsafe", "http:", "https:", "*");
    }

    @Test
    void respondsWith304ToTheETagOfThePage() {
        var tag = page().header("ETag");

        assertThat(tag).startsWith("\"");
        assertThat(client().with("If-None-Match", tag).get("/console/").status()).isEqualTo(304);
    }

    @Test
    void letsClientsKeepEachAssetForAYear() {
        assertThat(ASSET.matcher(page().body()).results().map(found -> found.group(1))).hasSizeGreaterThan(5)
                .allSatisfy(path -> {
                    var asset = client().get("/console/" + path).is(200);
                    assertThat(asset.header("Cache-Control")).contains("public", "max-age=31536000", "immutable");
                    assertThat(asset.header("X-Content-Type-Options")).isEqualTo("nosniff");
                });
    }

    @Test
    void servesScriptsThatThePageImports() {
        var start = ASSET.matcher(page().body()).results().map(found -> found.group(1))
                .filter(path -> path.endsWith(".js")).findFirst().orElseThrow();
        var script = client().get("/console/" + start).is(200);

        assertThat(script.header("Content-Type")).startsWith("text/javascript");
        assertThat(IMPORT.matcher(script.body()).results().map(found -> found.group(1))).isNotEmpty()
                .allSatisfy(name -> client().get("/console/assets/" + name).is(200));
    }

    @Test
    void compressesAssetsForClientsThatAcceptGzip() {
        var path = ASSET.matcher(page().body()).results().map(found -> found.group(1))
                .filter(name -> name.endsWith(".css")).skip(1).findFirst().orElseThrow();

        var compressed = new RawHttp(port).send("GET /console/" + path, "Accept-Encoding: br, gzip");

        assertThat(compressed.header("Content-Encoding")).containsExactly("gzip");
    }

    @Test
    void respondsWith404ToAnAssetOfAnotherRelease() {
        assertThat(client().get("/console/assets/app.000000000000.js").is(404).text("detail")).isNotBlank();
    }

    private ServiceResponse page() {
        return client().get("/console/").is(200);
    }

    private ServiceClient client() {
        return ServiceClient.of(port);
    }
}
