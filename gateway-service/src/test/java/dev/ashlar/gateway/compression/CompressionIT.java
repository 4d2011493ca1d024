package dev.ashlar.gateway.compression;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import dev.ashlar.gateway.FakeServices;
import dev.ashlar.gateway.GatewayTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.UUID;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@GatewayTest
class CompressionIT {

    private static final String TEXT = "{\"name\":\"lamp\"}".repeat(200);

    private final String path = "/api/v1/products/" + UUID.randomUUID();

    @LocalServerPort
    int port;

    @Autowired
    FakeServices services;

    @Test
    void compressesTextForAClientThatAcceptsGzip() throws Exception {
        serve(TEXT, "Content-Type: application/json; charset=utf-8", "Cache-Control: no-cache");

        var response = get("gzip, deflate, br");

        assertThat(response.headers().allValues("Content-Encoding")).containsExactly("gzip");
        assertThat(response.headers().firstValue("Vary").orElseThrow()).containsIgnoringCase("Accept-Encoding");
        assertThat(response.body()).hasSizeLessThan(200);
        assertThat(unzipped(response)).isEqualTo(TEXT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"identity", "br", "gzip;q=0", "gzip; q=0.000, identity"})
    void sendsTextUnchangedToOtherClientsWithVary(String accepted) throws Exception {
        serve(TEXT, "Content-Type: application/json", "Cache-Control: no-cache");

        var response = get(accepted);

        unchanged(response);
        assertThat(response.headers().firstValue("Vary").orElseThrow()).containsIgnoringCase("Accept-Encoding");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Cache-Control: no-store", "Cache-Control: private, no-store", "ETag: \"1\"",
            "Content-Type: image/png", "Content-Type: text/event-stream"})
    void neverCompressesSecretsStrongTagsPicturesAndStreams(String header) throws Exception {
        serve(TEXT, "Content-Type: application/json", "Cache-Control: no-cache", header);

        unchanged(get("gzip"));
    }

    @Test
    void keepsAStrongTagForBothEncodings() throws Exception {
        serve(TEXT, "Content-Type: application/json", "Cache-Control: no-cache", "ETag: \"7\"");

        assertThat(get("gzip").headers().firstValue("ETag")).hasValue("\"7\"");
        assertThat(get("identity").headers().firstValue("ETag")).hasValue("\"7\"");
    }

    @Test
    void compressesAResponseWithAWeakTag() throws Exception {
        serve(TEXT, "Content-Type: application/json", "Cache-Control: no-cache", "ETag: W/\"7\"");

        var response = get("gzip");

        assertThat(response.headers().firstValue("Content-Encoding")).hasValue("gzip");
        assertThat(response.headers().firstValue("ETag")).hasValue("W/\"7\"");
    }

    @Test
    void sendsSmallResponsesUnchanged() throws Exception {
        serve(TEXT.substring(0, 1_023), "Content-Type: application/json", "Cache-Control: no-cache");

        assertThat(get("gzip").headers().firstValue("Content-Encoding")).isEmpty();
    }

    @Test
    void respondsWith304ToTheTagOfTheCompressedDocument() throws Exception {
        var document = get("/openapi.json", "gzip", "X-None", "none");
        assertThat(document.headers().firstValue("Content-Encoding")).hasValue("gzip");

        var again = get("/openapi.json", "gzip", "If-None-Match", document.headers().firstValue("ETag").orElseThrow());

        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
    }

    private static void unchanged(HttpResponse<byte[]> response) {
        assertThat(response.headers().firstValue("Content-Encoding")).isEmpty();
        assertThat(new String(response.body(), UTF_8)).isEqualTo(TEXT);
    }

    private static String unzipped(HttpResponse<byte[]> response) throws IOException {
        try (var in = new GZIPInputStream(new ByteArrayInputStream(response.body()))) {
            return new String(in.readAllBytes(), UTF_8);
        }
    }

    private HttpResponse<byte[]> get(String acceptedEncodings) throws Exception {
        return get(path, acceptedEncodings, "X-None", "none");
    }

    private HttpResponse<byte[]> get(String target, String acceptedEncodings, String name, String value)
            throws Exception {
        try (var client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            return client.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + target))
                    .header("Accept-Encoding", acceptedEncodings).header(name, value).build(),
                    BodyHandlers.ofByteArray());
        }
    }

    /** @param headers whole lines; a later line replaces an earlier one of the same name */
    private void serve(String body, String... headers) {
        services.named("inventory").at(path, exchange -> respond(exchange, body, headers));
    }

    private static void respond(HttpExchange exchange, String body, String... headers) throws IOException {
        try (exchange) {
            for (var header : headers) {
                exchange.getResponseHeaders().set(header.split(": ", 2)[0], header.split(": ", 2)[1]);
            }
            exchange.sendResponseHeaders(200, body.length());
            exchange.getResponseBody().write(body.getBytes(UTF_8));
        }
    }
}
