package dev.ashlar.sample;

import static dev.ashlar.testing.BackingService.KAFKA;
import static dev.ashlar.testing.BackingService.POSTGRES;
import static dev.ashlar.testing.BackingService.REDIS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.ashlar.testing.FaultProxy;
import dev.ashlar.testing.TestTokens;
import dev.ashlar.testing.WithInfrastructure;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Both Redis hang while a service starts, so all requests wait for the first connection. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "management.server.port=0")
@WithInfrastructure(service = "order_service", parts = {POSTGRES, REDIS, KAFKA}, topics = "inputs")
@DirtiesContext
class SilentStartIT {

    private static final FaultProxy SESSIONS = FaultProxy.toSessionRedis();
    private static final FaultProxy CACHE = FaultProxy.toCacheRedis();

    private final HttpClient http = HttpClient.newHttpClient();
    private final String token = TestTokens.shopper(UUID.randomUUID());

    @Value("${local.server.port}")
    private int port;

    @DynamicPropertySource
    static void redisByWire(DynamicPropertyRegistry properties) {
        SESSIONS.hang();
        CACHE.hang();
        properties.add("ashlar.redis.sessions-url", SESSIONS::url);
        properties.add("ashlar.redis.cache-url", CACHE::url);
    }

    @Test
    void respondsWith503AndIsUnreadyUntilRedisReplies() throws Exception {
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var answer : IntStream.range(0, 50).mapToObj(_ -> callers.submit(this::ask)).toList()) {
                assertThat(answer.get().statusCode()).isEqualTo(503);
                assertThat(answer.get().headers().firstValue("Retry-After")).contains("1");
            }
        }

        assertThat(ready().statusCode()).isEqualTo(503);

        CACHE.mend();
        SESSIONS.mend();
        await().untilAsserted(() -> assertThat(ready().statusCode()).isEqualTo(200));
        await().untilAsserted(() -> assertThat(ask().statusCode()).isEqualTo(200));

        SESSIONS.hang();
        await().untilAsserted(() -> assertThat(ready().body()).contains("\"redis_sessions\":{\"status\":\"down\""));
        assertThat(ready().statusCode()).isEqualTo(200);
        SESSIONS.mend();
    }

    private HttpResponse<String> ready() throws Exception {
        var path = URI.create("http://127.0.0.1:" + port + "/health/ready");
        return http.send(HttpRequest.newBuilder(path).build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> ask() throws Exception {
        var path = URI.create("http://127.0.0.1:" + port + "/effects/" + UUID.randomUUID());
        return http.send(HttpRequest.newBuilder(path).header("Authorization", "Bearer " + token).build(),
                HttpResponse.BodyHandlers.ofString());
    }
}
