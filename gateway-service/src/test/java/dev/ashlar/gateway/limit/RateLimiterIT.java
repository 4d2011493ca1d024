package dev.ashlar.gateway.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.ashlar.gateway.GatewayTest;
import dev.ashlar.gateway.FakeServices;
import dev.ashlar.testing.Logs;
import dev.ashlar.testing.ServiceClient;
import dev.ashlar.testing.ServiceResponse;
import dev.ashlar.testing.TestTokens;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.test.context.TestPropertySource;

/** The buckets are small and are not refilled while a test runs. */
@GatewayTest
@TestPropertySource(properties = {"TRUSTED_PROXIES=127\\\\.0\\\\.0\\\\.1", "LIMITS_USER_READ_RATE=0.001",
        "LIMITS_USER_READ_BURST=3", "LIMITS_USER_WRITE_RATE=0.001", "LIMITS_USER_WRITE_BURST=2",
        "LIMITS_ANONYMOUS_READ_RATE=0.001", "LIMITS_ANONYMOUS_READ_BURST=3", "LIMITS_SIGN_IN_RATE=0.001",
        "LIMITS_SIGN_IN_BURST=2"})
class RateLimiterIT {

    private static final String PRODUCTS = "/api/v1/products";

    @RegisterExtension
    final Logs logs = new Logs();

    @LocalServerPort
    int port;

    @Autowired
    FakeServices services;

    @Autowired
    StringRedisTemplate cacheRedis;

    private final String address = someAddress();

    @Test
    void allowsABurstAndReportsTheRemainingTokens() {
        var user = newUser();

        assertThat(user.get(PRODUCTS).headers().firstValue("RateLimit-Policy")).hasValue("\"user-read\";q=3;w=3000");
        assertThat(user.get(PRODUCTS).headers().firstValue("RateLimit").orElseThrow())
                .matches("\"user-read\";r=1;t=(1000|\\d{3})");
        assertThat(user.get(PRODUCTS).status()).isEqualTo(200);
    }

    @Test
    void rejectsARequestAboveTheBurstWithRetryAfter() {
        var user = newUser();
        assertThat(burst(3, () -> user.get(PRODUCTS))).containsOnly(200);

        var rejected = user.with("X-Request-Id", "refused").get(PRODUCTS);

        assertThat(rejected.status()).isEqualTo(429);
        assertThat(header(rejected, "RateLimit-Policy")).isEqualTo("\"user-read\";q=3;w=3000");
        assertThat(header(rejected, "RateLimit")).isEqualTo("\"user-read\";r=0;t=" + header(rejected, "Retry-After"));
        assertThat(Integer.parseInt(header(rejected, "Retry-After"))).isBetween(1, 1_000);
        assertThat(header(rejected, "Content-Type")).isEqualTo("application/problem+json");
        assertThat(rejected.body()).contains("\"status\":429", "\"request_id\":\"refused\"");
        assertThat(header(rejected, "X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(header(rejected, "Cache-Control")).isEqualTo("private, no-store");
    }

    @Test
    void callsNoServiceForARejectedRequest() {
        var user = newUser();
        burst(3, () -> user.get(PRODUCTS));

        user.get("/api/v1/products/beyond");

        assertThat(services.named("inventory").requestsFor("/api/v1/products/beyond")).isEmpty();
    }

    @Test
    void limitsEachUserSeparately() {
        var user = newUser();
        burst(4, () -> user.get(PRODUCTS));

        assertThat(newUser().get(PRODUCTS).status()).isEqualTo(200);
    }

    @Test
    void limitsAUserAcrossSessionsAndAddresses() {
        var user = UUID.randomUUID();
        burst(3, () -> from(someAddress()).signedInWith(TestTokens.shopper(user)).get(PRODUCTS));

        assertThat(from(someAddress()).signedInWith(TestTokens.shopper(user)).get(PRODUCTS).status())
                .isEqualTo(429);
    }

    @Test
    void limitsReadsAndWritesSeparately() {
        var user = newUser();
        assertThat(burst(2, () -> user.post("/api/v1/orders", "{}"))).containsOnly(200);

        assertThat(user.post("/api/v1/orders", "{}").status()).isEqualTo(429);
        assertThat(user.get("/api/v1/orders").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({"GET, 3", "HEAD, 3", "OPTIONS, 3", "POST, 2", "PUT, 2", "PATCH, 2", "DELETE, 2"})
    void countsSafeMethodsAsReads(String method, int size) {
        var user = newUser();
        burst(size, () -> user.send(method, "/api/v1/orders", BodyPublishers.noBody()));

        assertThat(user.send(method, "/api/v1/orders", BodyPublishers.noBody()).status()).isEqualTo(429);
    }

    @Test
    void limitsUnauthenticatedClientsByAddress() {
        assertThat(burst(3, () -> from(address).get(PRODUCTS))).containsOnly(200);

        var rejected = from(address).get(PRODUCTS);
        assertThat(rejected.status()).isEqualTo(429);
        assertThat(header(rejected, "RateLimit-Policy")).startsWith("\"anonymous-read\"");
        assertThat(from(someAddress()).get(PRODUCTS).status()).isEqualTo(200);
    }

    @Test
    void doesNotLimitUsersOfAnExhaustedAddress() {
        burst(4, () -> from(address).get(PRODUCTS));

        assertThat(newUser().get(PRODUCTS).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({"/api/v1/sessions", "/api/v1/sessions/refresh", "/api/v1/users"})
    void limitsSignInSeparately(String path) {
        assertThat(burst(2, () -> from(address).post(path, "{}"))).containsOnly(200);

        var rejected = from(address).post("/api/v1/sessions", "{}");
        assertThat(rejected.status()).isEqualTo(429);
        assertThat(header(rejected, "RateLimit-Policy")).startsWith("\"sign-in\"");
        assertThat(from(address).get(PRODUCTS).status()).isEqualTo(200);
    }

    /** Repeats the request, because the log has at most one line per second and another test may have used it. */
    @Test
    void writesRejectedSignInsToTheSecurityLog() {
        burst(2, () -> from(address).post("/api/v1/sessions", "{}"));

        await().untilAsserted(() -> {
            assertThat(from(address).post("/api/v1/sessions", "{}").status()).isEqualTo(429);
            assertThat(logs.with("address", address)).first().satisfies(line -> {
                assertThat(line.logger()).isEqualTo("ashlar.security");
                assertThat(line.values()).containsEntry("event", "log_in_throttled").containsEntry("policy", "sign-in");
            });
        });
    }

    @Test
    void chargesSignInToTheAddressEvenWithAToken() {
        assertThat(burst(2, () -> newUser().post("/api/v1/sessions", "{}"))).containsOnly(200);

        assertThat(newUser().post("/api/v1/sessions", "{}").status()).isEqualTo(429);
    }

    @Test
    void chargesInvalidTokensToTheAddress() {
        var client = from(address).signedInWith("garbage");
        assertThat(burst(3, () -> client.get("/api/v1/orders"))).containsOnly(401);

        assertThat(client.get("/api/v1/orders").status()).isEqualTo(429);
        assertThat(from(address).get(PRODUCTS).status()).isEqualTo(429);
    }

    @Test
    void chargesARejectedRequestOnceToTheAddress() {
        assertThat(burst(3, () -> from(address).get("/api/v1/orders"))).containsOnly(401);

        assertThat(from(address).get("/nowhere").status()).isEqualTo(429);
    }

    @Test
    void chargesTwoAuthorizationHeadersToTheAddress() {
        var both = from(address).with("Authorization", "Bearer one").with("Authorization", "Bearer two");
        assertThat(burst(3, () -> both.get("/api/v1/orders"))).containsOnly(400);

        assertThat(both.get("/api/v1/orders").status()).isEqualTo(429);
    }

    @Test
    void countsAnIpv6NetworkAsOneClient() {
        burst(3, () -> from("2001:db8:0:1::7").get(PRODUCTS));

        assertThat(from("2001:db8:0:1:ffff::9").get(PRODUCTS).status()).isEqualTo(429);
        assertThat(from("2001:db8:0:2::7").get(PRODUCTS).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({"/health", "/health/ready", "/openapi.json", "/swagger-ui/"})
    void doesNotLimitHealthAndTheDocument(String path) {
        assertThat(burst(5, () -> from(address).get(path))).containsOnly(200);
    }

    @Test
    void limitsConcurrentRequestsExactly() throws InterruptedException {
        var user = newUser();
        Callable<Integer> call = () -> user.get(PRODUCTS).status();
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            assertThat(callers.invokeAll(Stream.generate(() -> call).limit(20).toList()).stream().map(Future::resultNow)
                    .filter(status -> status == 200)).hasSize(3);
        }
    }

    @Test
    void deletesABucketWhenItIsFull() {
        from(address).get(PRODUCTS);

        assertThat(cacheRedis.getExpire("limit:anonymous-read:" + address)).isBetween(1L, 1_000L);
    }

    private ServiceClient newUser() {
        return from(address).signedInWith(TestTokens.shopper(UUID.randomUUID()));
    }

    private ServiceClient from(String clientAddress) {
        return ServiceClient.of(port).with("X-Forwarded-For", clientAddress);
    }

    private static List<Integer> burst(int size, Supplier<ServiceResponse> call) {
        return Stream.generate(call).limit(size).map(ServiceResponse::status).toList();
    }

    private static String header(ServiceResponse response, String name) {
        return response.headers().firstValue(name).orElseThrow();
    }

    private static String someAddress() {
        var random = ThreadLocalRandom.current();
        return "10.%d.%d.%d".formatted(random.nextInt(256), random.nextInt(256), random.nextInt(256));
    }
}
