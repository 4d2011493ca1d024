package dev.ashlar.sample;

import static dev.ashlar.testing.BackingService.KAFKA;
import static dev.ashlar.testing.BackingService.POSTGRES;
import static dev.ashlar.testing.BackingService.REDIS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.testing.RawHttp;
import dev.ashlar.testing.TestTokens;
import dev.ashlar.testing.WithInfrastructure;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;

@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "management.server.port=0")
@WithInfrastructure(service = "order_service", parts = {POSTGRES, REDIS, KAFKA}, topics = "inputs")
class AccessIT {

    private static final String SECRET = "/api/v1/samples/0198e0a4-0000-7000-8000-00000000000a/secret";

    private final UUID user = UUID.randomUUID();

    @Value("${local.server.port}")
    private int port;

    @Test
    void respondsWith404ToAnUnknownPathOfASignedInUser() throws Exception {
        assertThat(get("/nowhere", TestTokens.shopper(user)).statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/samples/", "/API/v1/samples", "/api/v1/samples.json", "/error", "/error?a=1",
            "/actuator", "/actuator/prometheus", "/health/", "/health/detailed/", "/WEB-INF/web.xml", "/index.html",
            "/.well-known/oauth-protected-resource",
            "/%C3%A9"})
    void hasNoPathsBesidesItsApi(String path) {
        new RawHttp(port).send("GET " + path, "Authorization: Bearer " + TestTokens.shopper(user)).isProblem(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {SECRET, "/api/v1/s%61mples/0198e0a4-0000-7000-8000-00000000000a/secret",
            "/api/v1/samples/x/secret", "/api/v1/samples/0198e0a4-0000-7000-8000-00000000000a/secret?a=1"})
    void refusesNonAdmins(String path) {
        for (var method : List.of("GET ", "HEAD ", "POST ", "DELETE ", "OPTIONS ", "get ", "PROPFIND ")) {
            assertThat(new RawHttp(port).send(method + path).status()).isEqualTo(401);
            assertThat(new RawHttp(port).send(method + path, "Authorization: Bearer " + TestTokens.shopper(user))
                    .status()).isEqualTo(403);
        }
    }

    @Test
    void servesAdmins() {
        var admin = "Authorization: Bearer " + TestTokens.admin(user);

        assertThat(new RawHttp(port).send("GET " + SECRET, admin).body()).isEqualTo("[\"secret\"]");
        assertThat(new RawHttp(port).send("POST " + SECRET, admin).isProblem(405).header("Allow"))
                .containsExactly("GET");
    }

    @Test
    void showsDetailedHealthToAdminsOnly() throws Exception {
        assertThat(get("/health/detailed", TestTokens.shopper(user)).statusCode()).isEqualTo(403);
        assertThat(get("/health/detailed", TestTokens.admin(user)).statusCode()).isEqualTo(200);
    }

    @Test
    void refusesATokenWhoseSessionHasEnded() throws Exception {
        var token = TestTokens.shopper(user);
        assertThat(get("/nowhere", token).statusCode()).isEqualTo(404);
        TestTokens.logOut(token);
        assertThat(get("/nowhere", token).statusCode()).isEqualTo(401);
    }

    @Test
    void refusesAChangedToken() throws Exception {
        var parts = TestTokens.shopper(user).split("\\.");
        var other = TestTokens.admin(user).split("\\.");
        var response = get("/nowhere", parts[0] + "." + other[1] + "." + parts[2]);
        assertThat(response.statusCode()).isEqualTo(401);
        assertThat(response.headers().firstValue("WWW-Authenticate")).contains("Bearer error=\"invalid_token\"");
    }

    private HttpResponse<String> get(String path, String token) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Authorization", "Bearer " + token).build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    }
}
