package dev.ashlar.user.attempt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.testing.ServiceResponse;
import dev.ashlar.user.Api;
import dev.ashlar.user.Person;
import dev.ashlar.user.UserServiceTest;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.test.context.TestPropertySource;

/** The limit for an account is lower than the default, because each failure costs a hash. */
@UserServiceTest
@TestPropertySource(properties = {"TRUSTED_PROXIES=127\\\\.0\\\\.0\\\\.1", "LIMITS_FAILED_LOGINS=25"})
class FailedLogInsIT {

    private static final int FROM_ADDRESS = 10;

    @Autowired
    Api api;

    @Autowired
    StringRedisTemplate sessionRedis;

    private Person person;
    private LogInClient client;

    @BeforeEach
    void registerUser() {
        person = api.registerUser();
        client = LogInClient.atRandomAddress(api);
    }

    @Test
    void areRefusedFromTheEleventhOnWithRetryAfter() {
        client.guess(person.email(), FROM_ADDRESS);

        var refused = client.guess(person.email()).is(429);

        assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(1, 60);
        assertThat(refused.header("RateLimit-Policy")).isEqualTo("\"failed-logins-from-address\";q=10;w=900");
        assertThat(refused.header("RateLimit")).matches("\"failed-logins-from-address\";r=0;t=\\d+");
        assertThat(refused.header("Content-Type")).startsWith("application/problem+json");
        assertThat(refused.text("request_id")).isEqualTo(refused.header("X-Request-Id"));
        assertThat(refused.header("Cache-Control")).contains("no-store");
    }

    @Test
    void blockTheRightPasswordFromTheSameAddressOnly() {
        client.guess(person.email(), FROM_ADDRESS);

        client.logIn(person.email(), person.password()).is(429);
        LogInClient.atRandomAddress(api).logIn(person.email(), person.password()).is(201);
    }

    @Test
    void doNotBlockAnotherAccount() {
        client.guess(person.email(), FROM_ADDRESS);

        client.logIn(api.registerUser().email(), person.password()).is(201);
    }

    @Test
    void fromManyAddressesReachTheLimitOfTheAccount() {
        client.guess(person.email(), FROM_ADDRESS);
        LogInClient.atRandomAddress(api).guess(person.email(), FROM_ADDRESS);
        LogInClient.atRandomAddress(api).guess(person.email(), 5);

        var refused = LogInClient.atRandomAddress(api).logIn(person.email(), person.password()).is(429);

        assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(1, 60);
        assertThat(refused.header("RateLimit-Policy")).isEqualTo("\"failed-logins\";q=25;w=900");
    }

    @Test
    void fromOneIpv6NetworkCountTogether() {
        new LogInClient(api, "2001:db8:0:7::1").guess(person.email(), FROM_ADDRESS);

        new LogInClient(api, "2001:db8:0:7:1:2:3:4").guess(person.email()).is(429);
        new LogInClient(api, "2001:db8:0:8::1").guess(person.email()).is(401);
    }

    @Test
    void areRefusedInTheSameWayForAnUnknownAccount() {
        var unknown = "nobody-" + person.email();
        client.guess(person.email(), FROM_ADDRESS);
        client.guess(unknown, FROM_ADDRESS);

        var ofKnown = client.guess(person.email()).is(429);
        var ofUnknown = client.guess(unknown.toUpperCase(Locale.ROOT)).is(429);

        assertThat(ofUnknown.text("detail")).isEqualTo(ofKnown.text("detail"));
        assertThat(ofUnknown.json().propertyNames()).isEqualTo(ofKnown.json().propertyNames());
        assertThat(ofUnknown.headers().map().keySet()).isEqualTo(ofKnown.headers().map().keySet());
    }

    @Test
    void doNotIncludeSuccessfulLogIns() {
        client.guess(person.email(), FROM_ADDRESS - 1);
        for (var i = 0; i < FROM_ADDRESS; i++) {
            client.logIn(person.email(), person.password()).is(201);
        }

        client.guess(person.email()).is(401);
        client.guess(person.email()).is(429);
    }

    @Test
    void stayWithinTheLimitForConcurrentGuesses() throws InterruptedException {
        assertThat(concurrently(50, () -> client.guess(person.email())))
                .filteredOn(response -> response.status() == 401)
                .hasSize(FROM_ADDRESS);
        client.guess(person.email()).is(429);
    }

    @Test
    void doNotIncludeConcurrentSuccessfulLogIns() throws InterruptedException {
        assertThat(concurrently(3 * FROM_ADDRESS, () -> client.logIn(person.email(), person.password())))
                .allSatisfy(response -> response.is(201));
    }

    @Test
    void includeWrongPasswordsInAPasswordChange() {
        var caller = api.signIn(person);
        var change = Map.of("current_password", "a wrong guess of it", "new_password", "seven yellow tractors");
        for (var i = 0; i < FROM_ADDRESS; i++) {
            api.send("PUT", "/api/v1/users/me/password", caller, change).refuses("current_password");
        }

        api.send("PUT", "/api/v1/users/me/password", caller, change).is(429);
        api.logIn(person.email(), person.password()).is(429);
    }

    @Test
    void expireAndDoNotContainTheEmailAddress() {
        client.guess(person.email()).is(401);

        var keys = AttemptStore.Attempt.on(person.email(), client.address()).keys();
        assertThat(keys).hasSize(2).allSatisfy(key -> {
            assertThat(key).doesNotContain(person.email());
            assertThat(sessionRedis.getExpire(key)).isBetween(1L, 900L);
        });
    }

    private static List<ServiceResponse> concurrently(int times, Callable<ServiceResponse> call)
            throws InterruptedException {
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            return callers.invokeAll(Stream.generate(() -> call).limit(times).toList()).stream().map(Future::resultNow)
                    .toList();
        }
    }
}
