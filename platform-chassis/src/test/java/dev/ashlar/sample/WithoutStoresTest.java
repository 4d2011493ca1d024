package dev.ashlar.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Value;
import tools.jackson.databind.json.JsonMapper;

@WithoutStores
class WithoutStoresTest {

    /** Header {@code {"alg":"RS256","typ":"at+jwt","kid":"a"}}, no claims, a signature of zeros. */
    private static final String WELL_FORMED_TOKEN = "eyJhbGciOiJSUzI1NiIsInR5cCI6ImF0K2p3dCIsImtpZCI6ImEifQ.e30."
            + "A".repeat(342);

    private final HttpClient client = HttpClient.newHttpClient();

    @Value("${local.server.port}")
    private int port;

    @Value("${local.management.port}")
    private int managementPort;

    @Test
    void isAlive() throws Exception {
        var response = get(port, "/health");
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).isEqualTo("{\"status\":\"ok\"}");
    }

    @Test
    void isAliveForARequestWhoseTokenItCannotCheck() throws Exception {
        assertThat(send("/health", "Authorization", "Bearer " + WELL_FORMED_TOKEN).statusCode()).isEqualTo(200);
        assertThat(send("/health", "Authorization", "Bearer junk").statusCode()).isEqualTo(200);
    }

    @Test
    void refusesTwoAuthorizationHeaders() throws Exception {
        var response = send("/nowhere", "Authorization", "Bearer a", "Authorization", "Bearer b");
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body()).contains("Send the Authorization header once.");
    }

    @Test
    void isUnreadyAndShowsNoAddress() throws Exception {
        var response = get(port, "/health/ready");
        assertThat(response.statusCode()).isEqualTo(503);
        assertThat(response.body()).contains("\"status\":\"unhealthy\"", "\"degraded\":true", "\"uptime_seconds\":",
                "\"database\":{\"status\":\"down\",\"error\":\"connection_refused\"}",
                "\"redis_sessions\":{\"status\":\"down\",\"error\":\"connection_refused\"}")
                .doesNotContain("127.0.0.1");
    }

    @Test
    void respondsWith401ToUnauthenticatedRequests() throws Exception {
        var response = get(port, "/nowhere");
        assertThat(response.statusCode()).isEqualTo(401);
        assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(response.headers().firstValue("X-Request-Id")).isPresent();
        assertThat(response.body()).contains("\"request_id\":", "\"instance\":\"/nowhere\"", "\"status\":401",
                "\"type\":\"about:blank\"");
    }

    @Test
    void sendsSecurityHeadersAndNoServerHeader() throws Exception {
        var headers = get(port, "/nowhere").headers();
        assertThat(headers.allValues("Cache-Control")).containsExactly("private, no-store");
        assertThat(headers.allValues("X-Content-Type-Options")).containsExactly("nosniff");
        assertThat(headers.allValues("Content-Security-Policy"))
                .containsExactly("default-src 'none'; frame-ancestors 'none'");
        assertThat(headers.allValues("Server")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/.well-known/oauth-protected-resource", "/.well-known/oauth-protected-resource/api/v1",
            "/.well-known/openid-configuration", "/login", "/logout", "/error"})
    void hasNoPathsOfAFramework(String path) throws Exception {
        assertThat(get(port, path).statusCode()).isEqualTo(401);
    }

    @Test
    void requiresATokenForDetailedHealth() throws Exception {
        assertThat(get(port, "/health/detailed").statusCode()).isEqualTo(401);
    }

    @Test
    void showsDetailedHealthAndMetricsOnTheManagementPort() throws Exception {
        assertThat(get(managementPort, "/health/detailed").body()).contains("\"outbox\":", "\"disk\":", "\"build\":");
        assertThat(get(managementPort, "/actuator/prometheus").body()).contains("jvm_memory_used_bytes");
        assertThat(get(port, "/actuator/prometheus").statusCode()).isEqualTo(401);
    }

    @Test
    void showsEachPartOnceInDetailedHealth() throws Exception {
        var checks = JsonMapper.shared().readTree(get(managementPort, "/health/detailed").body()).get("checks");

        assertThat(checks.propertyNames()).containsExactlyInAnyOrder("database", "redis_sessions", "redis_cache",
                "kafka", "build", "disk", "database_pool", "redis_breakers", "outbox_undeliverable", "held_events",
                "topics", "consumer_lag", "outbox", "cache");
        assertThat(checks.get("kafka").get("status").asString()).isEqualTo("down");
        assertThat(checks.get("kafka").propertyNames()).containsExactlyInAnyOrder("status", "error");
        assertThat(checks.get("outbox").propertyNames()).containsExactlyInAnyOrder("status", "error");
        assertThat(checks.get("cache").propertyNames()).containsExactlyInAnyOrder("status", "hits", "misses", "errors",
                "hit_ratio");
    }

    @Test
    void respondsWith503InsteadOf401WithoutTheSessionRedis() throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/nowhere"))
                .header("Authorization", "Bearer " + WELL_FORMED_TOKEN).build();
        var response = client.send(request, HttpResponse.BodyHandlers.ofString());
        assertThat(response.statusCode()).isEqualTo(503);
        assertThat(response.headers().firstValue("Retry-After")).contains("1");
        assertThat(response.body()).contains("\"status\":503");
    }

    private HttpResponse<String> send(String path, String... headers) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).headers(headers).build();
        return client.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> get(int port, String path) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).build();
        return client.send(request, HttpResponse.BodyHandlers.ofString());
    }
}
