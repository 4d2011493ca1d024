package dev.ashlar.sample;

import static dev.ashlar.testing.BackingService.KAFKA;
import static dev.ashlar.testing.BackingService.POSTGRES;
import static dev.ashlar.testing.BackingService.REDIS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.testing.TestTokens;
import dev.ashlar.testing.WithInfrastructure;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;

@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "management.server.port=0")
@WithInfrastructure(service = "order_service", parts = {POSTGRES, REDIS, KAFKA}, topics = "inputs")
class AccessIT {

    private final UUID user = UUID.randomUUID();

    @Value("${local.server.port}")
    private int port;

    @Test
    void knowsNoUnknownPathForASignedInCaller() throws Exception {
        assertThat(get("/nowhere", TestTokens.shopper(user)).statusCode()).isEqualTo(404);
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
    void refusesATokenThatWasTamperedWith() throws Exception {
        var parts = TestTokens.shopper(user).split("\\.");
        var other = TestTokens.admin(user).split("\\.");
        var answer = get("/nowhere", parts[0] + "." + other[1] + "." + parts[2]);
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("WWW-Authenticate")).contains("Bearer error=\"invalid_token\"");
    }

    private HttpResponse<String> get(String path, String token) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Authorization", "Bearer " + token).build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    }
}
