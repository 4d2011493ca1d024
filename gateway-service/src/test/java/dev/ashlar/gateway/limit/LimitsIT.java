package dev.ashlar.gateway.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.ashlar.gateway.Caller;
import dev.ashlar.gateway.GatewayTest;
import dev.ashlar.gateway.Services;
import dev.ashlar.testing.Logs;
import dev.ashlar.testing.TestTokens;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
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

/** Buckets that hold little and gain nothing while a test runs. */
@GatewayTest
@TestPropertySource(properties = {"TRUSTED_PROXIES=127\\\\.0\\\\.0\\\\.1", "LIMITS_USER_READ_RATE=0.001",
        "LIMITS_USER_READ_BURST=3", "LIMITS_USER_WRITE_RATE=0.001", "LIMITS_USER_WRITE_BURST=2",
        "LIMITS_ANONYMOUS_READ_RATE=0.001", "LIMITS_ANONYMOUS_READ_BURST=3", "LIMITS_SIGN_IN_RATE=0.001",
        "LIMITS_SIGN_IN_BURST=2"})
class LimitsIT {

    private static final String PRODUCTS = "/api/v1/products";

    @RegisterExtension
    final Logs logs = new Logs();

    @LocalServerPort
    int port;

    @Autowired
    Services services;

    @Autowired
    StringRedisTemplate cacheRedis;

    private final String address = someAddress();

    @Test
    void allowABurstAndTellWhatIsLeftOfIt() {
        var user = somebody();

        assertThat(user.get(PRODUCTS).headers().firstValue("RateLimit-Policy")).hasValue("\"user-read\";q=3;w=3000");
        assertThat(user.get(PRODUCTS).headers().firstValue("RateLimit").orElseThrow())
                .matches("\"user-read\";r=1;t=(1000|\\d{3})");
        assertThat(user.get(PRODUCTS).statusCode()).isEqualTo(200);
    }

    @Test
    void refuseWhatIsBeyondTheBurstWithTheTimeToWait() {
        var user = somebody();
        assertThat(burst(3, () -> user.get(PRODUCTS))).containsOnly(200);

        var refused = user.with("X-Request-Id", "refused").get(PRODUCTS);

        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(header(refused, "RateLimit-Policy")).isEqualTo("\"user-read\";q=3;w=3000");
        assertThat(header(refused, "RateLimit")).isEqualTo("\"user-read\";r=0;t=" + header(refused, "Retry-After"));
        assertThat(Integer.parseInt(header(refused, "Retry-After"))).isBetween(1, 1_000);
        assertThat(header(refused, "Content-Type")).isEqualTo("application/problem+json");
        assertThat(refused.body()).contains("\"status\":429", "\"request_id\":\"refused\"");
        assertThat(header(refused, "X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(header(refused, "Cache-Control")).isEqualTo("private, no-store");
    }

    @Test
    void askNoServiceForWhatTheyRefuse() {
        var user = somebody();
        burst(3, () -> user.get(PRODUCTS));

        user.get("/api/v1/products/beyond");

        assertThat(services.named("inventory").requestsFor("/api/v1/products/beyond")).isEmpty();
    }

    @Test
    void keepUsersApart() {
        var user = somebody();
        burst(4, () -> user.get(PRODUCTS));

        assertThat(somebody().get(PRODUCTS).statusCode()).isEqualTo(200);
    }

    @Test
    void followAUserThroughAllSessionsAndAddresses() {
        var user = UUID.randomUUID();
        burst(3, () -> from(someAddress()).signedInWith(TestTokens.shopper(user)).get(PRODUCTS));

        assertThat(from(someAddress()).signedInWith(TestTokens.shopper(user)).get(PRODUCTS).statusCode())
                .isEqualTo(429);
    }

    @Test
    void keepReadsAndWritesApart() {
        var user = somebody();
        assertThat(burst(2, () -> user.post("/api/v1/orders", "{}"))).containsOnly(200);

        assertThat(user.post("/api/v1/orders", "{}").statusCode()).isEqualTo(429);
        assertThat(user.get("/api/v1/orders").statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({"GET, 3", "HEAD, 3", "OPTIONS, 3", "POST, 2", "PUT, 2", "PATCH, 2", "DELETE, 2"})
    void countMethodsThatChangeNothingAsReads(String method, int size) {
        var user = somebody();
        burst(size, () -> user.send(method, "/api/v1/orders", BodyPublishers.noBody()));

        assertThat(user.send(method, "/api/v1/orders", BodyPublishers.noBody()).statusCode()).isEqualTo(429);
    }

    @Test
    void holdForStrangersByAddress() {
        assertThat(burst(3, () -> from(address).get(PRODUCTS))).containsOnly(200);

        var refused = from(address).get(PRODUCTS);
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(header(refused, "RateLimit-Policy")).startsWith("\"anonymous-read\"");
        assertThat(from(someAddress()).get(PRODUCTS).statusCode()).isEqualTo(200);
    }

    @Test
    void leaveUsersOfAnExhaustedAddressAlone() {
        burst(4, () -> from(address).get(PRODUCTS));

        assertThat(somebody().get(PRODUCTS).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({"/api/v1/sessions", "/api/v1/sessions/refresh", "/api/v1/users"})
    void countSigningInOfItsOwn(String path) {
        assertThat(burst(2, () -> from(address).post(path, "{}"))).containsOnly(200);

        var refused = from(address).post("/api/v1/sessions", "{}");
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(header(refused, "RateLimit-Policy")).startsWith("\"sign-in\"");
        assertThat(from(address).get(PRODUCTS).statusCode()).isEqualTo(200);
    }

    /** The log has one line a second at most: another test may just have had it. */
    @Test
    void tellTheSecurityLogOfThrottledSigningIn() {
        burst(2, () -> from(address).post("/api/v1/sessions", "{}"));

        await().untilAsserted(() -> {
            assertThat(from(address).post("/api/v1/sessions", "{}").statusCode()).isEqualTo(429);
            assertThat(logs.with("address", address)).first().satisfies(line -> {
                assertThat(line.logger()).isEqualTo("ashlar.security");
                assertThat(line.values()).containsEntry("event", "log_in_throttled").containsEntry("policy", "sign-in");
            });
        });
    }

    @Test
    void chargeSigningInToTheAddressWhoeverSaysToBeSignedIn() {
        assertThat(burst(2, () -> somebody().post("/api/v1/sessions", "{}"))).containsOnly(200);

        assertThat(somebody().post("/api/v1/sessions", "{}").statusCode()).isEqualTo(429);
    }

    @Test
    void chargeBadTokensToTheAddress() {
        var stranger = from(address).signedInWith("garbage");
        assertThat(burst(3, () -> stranger.get("/api/v1/orders"))).containsOnly(401);

        assertThat(stranger.get("/api/v1/orders").statusCode()).isEqualTo(429);
        assertThat(from(address).get(PRODUCTS).statusCode()).isEqualTo(429);
    }

    @Test
    void chargeRefusalsOnceToTheAddress() {
        assertThat(burst(3, () -> from(address).get("/api/v1/orders"))).containsOnly(401);

        assertThat(from(address).get("/nowhere").statusCode()).isEqualTo(429);
    }

    @Test
    void chargeTwoTokensAtOnceToTheAddress() {
        var both = from(address).with("Authorization", "Bearer one").with("Authorization", "Bearer two");
        assertThat(burst(3, () -> both.get("/api/v1/orders"))).containsOnly(400);

        assertThat(both.get("/api/v1/orders").statusCode()).isEqualTo(429);
    }

    @Test
    void takeANetworkOfVersionSixForOneClient() {
        burst(3, () -> from("2001:db8:0:1::7").get(PRODUCTS));

        assertThat(from("2001:db8:0:1:ffff::9").get(PRODUCTS).statusCode()).isEqualTo(429);
        assertThat(from("2001:db8:0:2::7").get(PRODUCTS).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({"/health", "/health/ready", "/openapi.json", "/swagger-ui/"})
    void leaveHealthAndTheDocumentOut(String path) {
        assertThat(burst(5, () -> from(address).get(path))).containsOnly(200);
    }

    @Test
    void holdWhenAllCallAtOnce() throws InterruptedException {
        var user = somebody();
        Callable<Integer> call = () -> user.get(PRODUCTS).statusCode();
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            var statuses = callers.invokeAll(Stream.generate(() -> call).limit(20).toList()).stream()
                    .map(Future::resultNow);

            assertThat(statuses.filter(status -> status == 200)).hasSize(3);
        }
    }

    @Test
    void forgetABucketWhenItWouldBeFull() {
        from(address).get(PRODUCTS);

        assertThat(cacheRedis.getExpire("limit:anonymous-read:" + address)).isBetween(1L, 1_000L);
    }

    private Caller somebody() {
        return from(address).signedInWith(TestTokens.shopper(UUID.randomUUID()));
    }

    private Caller from(String clientAddress) {
        return Caller.of(port).with("X-Forwarded-For", clientAddress);
    }

    private static List<Integer> burst(int size, Supplier<HttpResponse<String>> call) {
        return Stream.generate(call).limit(size).map(HttpResponse::statusCode).toList();
    }

    private static String header(HttpResponse<String> answer, String name) {
        return answer.headers().firstValue(name).orElseThrow();
    }

    private static String someAddress() {
        var random = ThreadLocalRandom.current();
        return "10.%d.%d.%d".formatted(random.nextInt(256), random.nextInt(256), random.nextInt(256));
    }
}
