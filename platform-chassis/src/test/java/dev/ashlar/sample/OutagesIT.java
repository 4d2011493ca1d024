package dev.ashlar.sample;

import static dev.ashlar.testing.BackingService.KAFKA;
import static dev.ashlar.testing.BackingService.POSTGRES;
import static dev.ashlar.testing.BackingService.REDIS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.ashlar.testing.FaultProxy;
import dev.ashlar.testing.TestTokens;
import dev.ashlar.testing.WithInfrastructure;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "management.server.port=0")
@WithInfrastructure(service = "order_service", parts = {POSTGRES, REDIS, KAFKA}, topics = "inputs")
@DirtiesContext
class OutagesIT {

    private static final FaultProxy SESSIONS = FaultProxy.toSessionRedis();
    private static final FaultProxy CACHE = FaultProxy.toCacheRedis();
    private static final FaultProxy DATABASE = FaultProxy.toPostgres();

    private static final Consumer<FaultProxy> DIES = FaultProxy::cut;
    private static final Consumer<FaultProxy> HANGS = FaultProxy::hang;

    private final HttpClient http = HttpClient.newHttpClient();
    private final String effects = "/effects/" + UUID.randomUUID();

    @Autowired
    private DataSource pool;

    @Value("${local.server.port}")
    private int port;

    @DynamicPropertySource
    static void storesByWire(DynamicPropertyRegistry properties) {
        properties.add("ashlar.redis.sessions-url", SESSIONS::url);
        properties.add("ashlar.redis.cache-url", CACHE::url);
        properties.add("spring.datasource.url", DATABASE::url);
    }

    static Stream<Arguments> optional() {
        return Stream.of(Arguments.of("redis_sessions", SESSIONS, DIES),
                Arguments.of("redis_sessions", SESSIONS, HANGS),
                Arguments.of("redis_cache", CACHE, DIES), Arguments.of("redis_cache", CACHE, HANGS));
    }

    static Stream<Arguments> faults() {
        return Stream.of(Arguments.of(DIES), Arguments.of(HANGS));
    }

    /** A new instance is not ready before the session Redis has answered once. */
    @BeforeEach
    void awaitHealth() {
        await().untilAsserted(() -> assertHealth(200, "\"status\":\"healthy\",\"degraded\":false"));
    }

    @AfterEach
    void mend() {
        Stream.of(SESSIONS, CACHE, DATABASE).forEach(FaultProxy::mend);
        awaitHealth();
    }

    @ParameterizedTest
    @MethodSource("optional")
    void ofOptionalStoresDegradeTheService(String check, FaultProxy store, Consumer<FaultProxy> fault) {
        fault.accept(store);

        await().untilAsserted(() -> assertHealth(200, "\"status\":\"healthy\",\"degraded\":true",
                "\"" + check + "\":{\"status\":\"down\""));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void ofTheDatabaseMakeTheServiceUnready(Consumer<FaultProxy> fault) {
        fault.accept(DATABASE);

        await().untilAsserted(() -> assertHealth(503, "\"status\":\"unhealthy\"", "\"database\":{\"status\":\"down\""));
        assertThat(get("/health", null).statusCode()).isEqualTo(200);
    }

    @Test
    void aFullPoolDegradesTheServiceThatStaysReady() throws Exception {
        var token = TestTokens.shopper(UUID.randomUUID());
        try (var callers = Executors.newVirtualThreadPerTaskExecutor(); var connection = pool.getConnection()) {
            connection.setAutoCommit(false);
            connection.createStatement().execute("LOCK TABLE effects");
            var requests = IntStream.range(0, 20).mapToObj(_ -> callers.submit(() -> get(effects, token))).toList();

            await().untilAsserted(() -> assertHealth(200, "\"status\":\"healthy\",\"degraded\":true",
                    "\"database\":{\"status\":\"up\""));
            await().until(() -> requests.stream().filter(Future::isDone).count() >= 12); // these got no connection from the pool
            assertHealth(200, "\"degraded\":true", "\"database\":{\"status\":\"up\"");
            connection.rollback();
        }
    }

    @ParameterizedTest
    @MethodSource("faults")
    void ofTheDatabaseLeadTo503ForManyConcurrentRequests(Consumer<FaultProxy> fault) throws Exception {
        var token = TestTokens.shopper(UUID.randomUUID());
        assertThat(get(effects, token).statusCode()).isEqualTo(200);
        fault.accept(DATABASE);

        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = IntStream.range(0, 200).mapToObj(_ -> callers.submit(() -> get(effects, token))).toList();
            for (var answer : answers) {
                assertUnavailable(answer.get());
            }
        }

        DATABASE.mend();
        await().untilAsserted(() -> assertThat(get(effects, token).statusCode()).isEqualTo(200));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void ofTheSessionRedisLeadTo503InsteadOf401(Consumer<FaultProxy> fault) {
        var token = TestTokens.shopper(UUID.randomUUID());
        assertThat(get(effects, token).statusCode()).isEqualTo(200);
        fault.accept(SESSIONS);

        for (var call = 0; call < 20; call++) {
            assertUnavailable(get(effects, token));
        }

        SESSIONS.mend();
        await().untilAsserted(() -> assertThat(get(effects, token).statusCode()).isEqualTo(200));
    }

    @Test
    void showInTheStateOfTheCircuitBreaker() {
        var token = TestTokens.admin(UUID.randomUUID());
        assertThat(get("/health/detailed", token).body()).contains("\"redis_breakers\":", "\"cache\":{")
                .contains("\"state\":\"closed\"");
    }

    private void assertHealth(int status, String... parts) {
        var answer = get("/health/ready", null);
        assertThat(answer.body()).contains(parts);
        assertThat(answer.statusCode()).isEqualTo(status);
    }

    private static void assertUnavailable(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).contains("1");
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
    }

    private HttpResponse<String> get(String path, String token) {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
