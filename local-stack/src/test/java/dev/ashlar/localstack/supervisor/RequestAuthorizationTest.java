package dev.ashlar.localstack.supervisor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import com.sun.net.httpserver.Headers;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.ashlar.localstack.home.Home;
import dev.ashlar.localstack.home.Secrets;
import dev.ashlar.localstack.supervisor.Event.ControlRequest;

/** Requests of foreign pages to the supervisor, over a raw socket: the JDK's client would not send such headers. */
class RequestAuthorizationTest {

    private static final String TOKEN = "0123456789abcdef";
    private static final int GATEWAY = 8080;

    @TempDir
    private Path folder;
    private int port;
    private ControlServer server;

    @BeforeEach
    void serve() throws IOException {
        port = freePort();
        var home = new Home(folder, folder, 0);
        server = new ControlServer(home, new Supervisor(home, Secrets.random()),
                new RequestAuthorization(port, GATEWAY, TOKEN),
                () -> {});
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @Test
    void acceptsTheToken() {
        assertThat(get("/status", own(), bearer(TOKEN))).startsWith("HTTP/1.1 200").contains("\"processes\"");
        assertThat(get("/status", "Host: localhost:" + port, bearer(TOKEN))).startsWith("HTTP/1.1 200");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Host: rebound.example:%d", "Host: 127.0.0.1", "Host: 127.0.0.1:1",
            "Host: 127.0.0.1:%d.example",
            "Host: 127.0.0.1:%d\r\nHost: rebound.example"})
    void refusesAForeignHost(String host) {
        assertThat(get("/status", host.replace("%d", Integer.toString(port)), bearer(TOKEN)))
                .startsWith("HTTP/1.1 421");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://other.example", "null", "http://127.0.0.1:8081", "http://localhost.example:8080",
            "https://127.0.0.1:8080"})
    void refusesPagesOfOtherSites(String origin) {
        assertThat(get("/status", own(), bearer(TOKEN), "Origin: " + origin)).startsWith("HTTP/1.1 403")
                .doesNotContainIgnoringCase("Access-Control-Allow-Origin");
        assertThat(send("OPTIONS", "/kill", "", own(), "Origin: " + origin, "Access-Control-Request-Method: POST"))
                .startsWith("HTTP/1.1 403");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://127.0.0.1:8080", "http://localhost:8080"})
    void allowsPagesOfTheGateway(String origin) {
        assertThat(get("/status", own(), bearer(TOKEN), "Origin: " + origin)).startsWith("HTTP/1.1 200")
                .containsIgnoringCase("Access-Control-Allow-Origin: " + origin);
        assertThat(send("OPTIONS", "/kill", "", own(), "Origin: " + origin, "Access-Control-Request-Method: POST"))
                .startsWith("HTTP/1.1 204")
                .containsIgnoringCase("Access-Control-Allow-Headers: Authorization, Content-Type");
    }

    @ParameterizedTest
    @ValueSource(strings = {"X-Nothing: 1", "Authorization: Bearer wrong", "Authorization: Bearer ",
            "Authorization: Basic MDoK",
            "Authorization: Bearer 0123456789abcdef\r\nAuthorization: Bearer 0123456789abcdef"})
    void refusesRequestsWithoutTheToken(String header) {
        assertThat(get("/status", own(), header)).startsWith("HTTP/1.1 401")
                .containsIgnoringCase("WWW-Authenticate: Bearer")
                .doesNotContain("processes");
        assertThat(send("POST", "/down", "{}", own(), header, "Content-Type: application/json"))
                .startsWith("HTTP/1.1 401");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x"})
    void refusesFormsOfOtherSites(String type) {
        assertThat(send("POST", "/kill", "{\"names\":[\"kafka\"]}", own(), bearer(TOKEN), "Content-Type: " + type))
                .startsWith("HTTP/1.1 415");
        assertThat(send("POST", "/kill", "{\"names\":[\"kafka\"]}", own(), "Content-Type: " + type,
                "Origin: https://other.example"))
                .startsWith("HTTP/1.1 403");
    }

    @Test
    void acceptsAnEnvironmentFromCommandsOnly() {
        var gate = new RequestAuthorization(port, GATEWAY, TOKEN);
        var request = new ControlRequest("", List.of("kafka"), Map.of(), false, "KILL",
                Map.of("ASHLAR_JVM_OPTIONS", "-XX:OnError=id"));
        var page = new Headers();
        page.set("Origin", "http://127.0.0.1:8080");

        assertThat(gate.allowed(new Headers(), request)).isEqualTo(request);
        assertThat(gate.allowed(page, request).environment()).isEmpty();
    }

    @Test
    void readsJsonWithParameters() {
        assertThat(send("POST", "/kill", "{\"names\":[\"kafka\"]}", own(), bearer(TOKEN),
                "Content-Type: application/json; charset=utf-8")).startsWith("HTTP/1.1 409");
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "{\"names\":[null]}", "{\"scale\":{\"request-service\":null}}", "[]"})
    void refusesARequestWithoutNames(String body) {
        assertThat(post("/scale", body)).startsWith("HTTP/1.1 400");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"orders_per_second\":201,\"seconds\":1}", "{\"orders_per_second\":1,\"seconds\":301}",
            "{\"orders_per_second\":-1,\"seconds\":1}"})
    void limitsTheLoad(String body) {
        assertThat(post("/load", body)).startsWith("HTTP/1.1 400").contains("from 1 to 200");
    }

    @Test
    void reportsInvalidRequests() {
        assertThat(post("/kill", "{\"names\":[\"nobody\"]}")).startsWith("HTTP/1.1 400").contains("There is no nobody");
        assertThat(post("/kill", "{\"names\":[\"kafka\"],\"signal\":\"9x\"}")).startsWith("HTTP/1.1 400");
        assertThat(post("/kill", "no JSON")).startsWith("HTTP/1.1 400");
        assertThat(post("/scale", "{\"scale\":{\"request-service\":2147483647}}")).startsWith("HTTP/1.1 400");
        assertThat(post("/kill", "{\"names\":[\"kafka\"]}")).startsWith("HTTP/1.1 409").contains("kafka does not run");
        assertThat(post("/nothing", "{}")).startsWith("HTTP/1.1 404");
        assertThat(get("/logs?name=../../secrets", own(), bearer(TOKEN))).startsWith("HTTP/1.1 400");
        assertThat(get("/logs?name=kafka&lines=x", own(), bearer(TOKEN))).startsWith("HTTP/1.1 400");
    }

    private String own() {
        return "Host: 127.0.0.1:" + port;
    }

    private static String bearer(String token) {
        return "Authorization: Bearer " + token;
    }

    private String get(String path, String... headers) {
        return send("GET", path, "", headers);
    }

    private String post(String path, String body) {
        return send("POST", path, body, own(), bearer(TOKEN), "Content-Type: application/json");
    }

    private String send(String method, String path, String body, String... headers) {
        try (var socket = new Socket("127.0.0.1", port)) {
            var head = "%s %s HTTP/1.1\r\n%s\r\nContent-Length: %d\r\nConnection: close\r\n\r\n".formatted(method, path,
                    String.join("\r\n", headers), body.length());
            socket.getOutputStream().write((head + body).getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
