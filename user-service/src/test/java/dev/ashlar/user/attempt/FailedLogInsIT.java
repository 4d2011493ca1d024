package dev.ashlar.user.attempt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.user.Answer;
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

/** Fewer failures for an account than by default, since each costs a hash. */
@UserServiceTest
@TestPropertySource(properties = {"TRUSTED_PROXIES=127\\\\.0\\\\.0\\\\.1", "LIMITS_FAILED_LOGINS=25"})
class FailedLogInsIT {

    private static final int FROM_ADDRESS = 10;

    @Autowired
    Api api;

    @Autowired
    StringRedisTemplate sessionRedis;

    private Person person;
    private Guesser guesser;

    @BeforeEach
    void meet() {
        person = api.somebody();
        guesser = Guesser.somewhere(api);
    }

    @Test
    void areRefusedFromTheEleventhOnWithTheTimeToAskAgain() {
        guesser.failsAt(person.email(), FROM_ADDRESS);

        var refused = guesser.guesses(person.email()).is(429);

        assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(1, 60);
        assertThat(refused.header("RateLimit-Policy")).isEqualTo("\"failed-logins-from-address\";q=10;w=900");
        assertThat(refused.header("RateLimit")).matches("\"failed-logins-from-address\";r=0;t=\\d+");
        assertThat(refused.header("Content-Type")).startsWith("application/problem+json");
        assertThat(refused.text("request_id")).isEqualTo(refused.header("X-Request-Id"));
        assertThat(refused.header("Cache-Control")).contains("no-store");
    }

    @Test
    void shutTheRightPasswordOutFromTheSameAddressOnly() {
        guesser.failsAt(person.email(), FROM_ADDRESS);

        guesser.tries(person.email(), person.password()).is(429);
        Guesser.somewhere(api).tries(person.email(), person.password()).is(201);
    }

    @Test
    void ofOneAccountShutNobodyOutOfAnother() {
        guesser.failsAt(person.email(), FROM_ADDRESS);

        guesser.tries(api.somebody().email(), person.password()).is(201);
    }

    @Test
    void fromManyAddressesAreTooManyForTheAccount() {
        guesser.failsAt(person.email(), FROM_ADDRESS);
        Guesser.somewhere(api).failsAt(person.email(), FROM_ADDRESS);
        Guesser.somewhere(api).failsAt(person.email(), 5);

        var refused = Guesser.somewhere(api).tries(person.email(), person.password()).is(429);

        assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(1, 60);
        assertThat(refused.header("RateLimit-Policy")).isEqualTo("\"failed-logins\";q=25;w=900");
    }

    @Test
    void fromNeighboursInANetworkOfVersionSixCountTogether() {
        new Guesser(api, "2001:db8:0:7::1").failsAt(person.email(), FROM_ADDRESS);

        new Guesser(api, "2001:db8:0:7:1:2:3:4").guesses(person.email()).is(429);
        new Guesser(api, "2001:db8:0:8::1").guesses(person.email()).is(401);
    }

    @Test
    void tellNotWhetherThereIsSuchAnAccount() {
        var unknown = "nobody-" + person.email();
        guesser.failsAt(person.email(), FROM_ADDRESS);
        guesser.failsAt(unknown, FROM_ADDRESS);

        var ofKnown = guesser.guesses(person.email()).is(429);
        var ofUnknown = guesser.guesses(unknown.toUpperCase(Locale.ROOT)).is(429);

        assertThat(ofUnknown.text("detail")).isEqualTo(ofKnown.text("detail"));
        assertThat(ofUnknown.body().propertyNames()).isEqualTo(ofKnown.body().propertyNames());
        assertThat(ofUnknown.http().headers().map().keySet()).isEqualTo(ofKnown.http().headers().map().keySet());
    }

    @Test
    void doNotIncludeSuccesses() {
        guesser.failsAt(person.email(), FROM_ADDRESS - 1);
        for (var i = 0; i < FROM_ADDRESS; i++) {
            guesser.tries(person.email(), person.password()).is(201);
        }

        guesser.guesses(person.email()).is(401);
        guesser.guesses(person.email()).is(429);
    }

    @Test
    void areNoMoreWhenGuessedAllAtOnce() throws InterruptedException {
        assertThat(atOnce(50, () -> guesser.guesses(person.email()))).filteredOn(answer -> answer.status() == 401)
                .hasSize(FROM_ADDRESS);
        guesser.guesses(person.email()).is(429);
    }

    @Test
    void areNotExpectedOfThoseWhoLogInAllAtOnce() throws InterruptedException {
        assertThat(atOnce(3 * FROM_ADDRESS, () -> guesser.tries(person.email(), person.password())))
                .allSatisfy(answer -> answer.is(201));
    }

    @Test
    void includeWrongPasswordsGivenToChangeThem() {
        var caller = api.signIn(person);
        var change = Map.of("current_password", "a wrong guess of it", "new_password", "seven yellow tractors");
        for (var i = 0; i < FROM_ADDRESS; i++) {
            api.send("PUT", "/api/v1/users/me/password", caller, change).refuses("current_password");
        }

        api.send("PUT", "/api/v1/users/me/password", caller, change).is(429);
        api.logIn(person.email(), person.password()).is(429);
    }

    @Test
    void areForgottenInTimeAndNameNobodyMeanwhile() {
        guesser.guesses(person.email()).is(401);

        var keys = AttemptStore.Attempt.on(person.email(), guesser.address()).keys();
        assertThat(keys).hasSize(2).allSatisfy(key -> {
            assertThat(key).doesNotContain(person.email());
            assertThat(sessionRedis.getExpire(key)).isBetween(1L, 900L);
        });
    }

    private static List<Answer> atOnce(int times, Callable<Answer> call) throws InterruptedException {
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            return callers.invokeAll(Stream.generate(() -> call).limit(times).toList()).stream().map(Future::resultNow)
                    .toList();
        }
    }
}
