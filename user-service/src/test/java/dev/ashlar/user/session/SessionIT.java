package dev.ashlar.user.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.ashlar.testing.ServiceResponse;
import dev.ashlar.user.Api;
import dev.ashlar.user.UserServiceTest;
import dev.ashlar.user.password.HashingBusy;
import dev.ashlar.user.password.PasswordHashing;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.redis.core.StringRedisTemplate;

@UserServiceTest
class SessionIT {

    private static final String SESSIONS = "/api/v1/sessions";

    @Autowired
    Api api;

    @Autowired
    StringRedisTemplate sessionRedis;

    @Autowired
    MeterRegistry meters;

    @Autowired
    PasswordHashing hashing;

    @Test
    void startsWithALogIn() {
        var person = api.registerUser();

        var response = api.logIn(person.email(), person.password()).is(201);

        assertThat(response.header("Location")).isEqualTo(SESSIONS + "/" + response.text("session_id"));
        assertThat(response.header("Cache-Control")).contains("no-store");
        assertThat(response.json().propertyNames()).containsExactly("session_id", "access_token", "token_type",
                "expires_in", "refresh_token");
        assertThat(response.text("token_type")).isEqualTo("Bearer");
        assertThat(response.json().path("expires_in").asInt()).isEqualTo(300);
        assertThat(response.text("refresh_token")).hasSize(43);
    }

    @Test
    void isKeptInRedisForThirtyDays() {
        var key = "session:" + api.signInNewUser().sessionId();

        assertThat(sessionRedis.opsForValue().get(key)).contains("\"user_id\":", "\"roles\":[\"user\"]");
        assertThat(sessionRedis.getExpire(key)).isBetween(30 * 86_400L - 10, 30 * 86_400L);
    }

    @Test
    void isRefusedInTheSameWayForAnUnknownAddressAndAWrongPassword() {
        var person = api.registerUser();

        var wrong = api.logIn(person.email(), "a wrong guess of it").is(401);
        var unknown = api.logIn("nobody-" + person.email(), person.password()).is(401);

        assertThat(withoutRequestId(unknown)).isEqualTo(withoutRequestId(wrong));
        assertThat(unknown.headers().map().keySet()).isEqualTo(wrong.headers().map().keySet());
        assertThat(wrong.header("WWW-Authenticate")).isEqualTo("Bearer");
    }

    @Test
    void isRefusedForUnpairedSurrogates() {
        var json = "{\"email\": \"%s\", \"password\": \"nine purple \\ud800tractors\"}";

        api.post(SESSIONS, null, json.formatted(api.registerUser().email())).is(401);
        api.post(SESSIONS, null, json.formatted("nobody@example.org")).is(401);
    }

    @Test
    void startsForAnEmailAddressInAnyCase() {
        var person = api.registerUser();

        api.logIn(person.email().toUpperCase(Locale.ROOT), person.password()).is(201);
    }

    @Test
    void isListedNewestFirst() {
        var person = api.registerUser();
        var first = api.signIn(person);
        var second = api.signIn(person);

        var items = api.get(SESSIONS, first).is(200).json().path("items");

        assertThat(items.values()).extracting(item -> item.path("id").asString())
                .containsExactly(second.sessionId().toString(), first.sessionId().toString());
        assertThat(items.values()).extracting(item -> item.path("current").asBoolean()).containsExactly(false, true);
        assertThat(items.path(0).propertyNames()).containsExactly("id", "created_at", "last_seen_at", "user_agent",
                "current");
        assertThat(items.path(0).path("user_agent").asString()).startsWith("Java-http-client");
    }

    @Test
    void isListedByPages() {
        var person = api.registerUser();
        var first = api.signIn(person);
        var second = api.signIn(person);

        var page = api.get(SESSIONS + "?limit=1", first).is(200);
        var next = api.get(SESSIONS + "?limit=1&cursor=" + page.text("next_cursor"), first).is(200);

        assertThat(page.json().at("/items/0/id").asString()).isEqualTo(second.sessionId().toString());
        assertThat(next.json().at("/items/0/id").asString()).isEqualTo(first.sessionId().toString());
        assertThat(next.json().path("next_cursor").isNull()).isTrue();
    }

    @Test
    void isNotListedForInvalidParameters() {
        var caller = api.signInNewUser();

        api.get(SESSIONS + "?limit=0", caller).refuses("limit");
        api.get(SESSIONS + "?cursor=nonsense", caller).refuses("cursor");
        api.get(SESSIONS + "?page=2", caller).refuses("page");
    }

    @Test
    void endsImmediately() {
        var caller = api.signInNewUser();

        api.delete(SESSIONS + "/" + caller.sessionId(), caller).is(204);

        api.me(caller).is(401);
        api.refresh(caller.refreshToken()).is(401);
        assertThat(sessionRedis.hasKey("session:" + caller.sessionId())).isFalse();
    }

    @Test
    void endsWithAllOthersOfTheUser() {
        var person = api.registerUser();
        var first = api.signIn(person);
        var second = api.signIn(person);

        api.delete(SESSIONS, first).is(204);

        api.me(first).is(401);
        api.me(second).is(401);
        api.refresh(second.refreshToken()).is(401);
    }

    @Test
    void cannotBeEndedByAnotherUser() {
        var victim = api.signInNewUser();

        api.delete(SESSIONS + "/" + victim.sessionId(), api.signInNewUser()).is(404);

        api.me(victim).is(200);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 129, 10_000})
    void isRefusedForAPasswordThatTheRulesForbid(int length) {
        var person = api.registerUser();

        var impossible = api.logIn(person.email(), "x".repeat(length)).is(401);

        assertThat(withoutRequestId(impossible))
                .isEqualTo(withoutRequestId(api.logIn(person.email(), "a wrong guess of it")));
    }

    @Test
    void startsForBothUnicodeFormsOfAPassword() {
        var person = "speller-" + UUID.randomUUID() + "@example.org";
        api.register(person, "Speller", "nine cafe\u0301s, purple").is(201);

        api.logIn(person, "nine caf\u00e9s, purple").is(201);
        api.logIn(person, "nine cafe\u0301s, purple").is(201);
        api.logIn(person, "nine cafes, purple").is(401);
    }

    @Test
    void computesOneHashWhetherTheAccountExistsOrNot() {
        var person = api.registerUser();

        assertThat(hashingsOf(() -> api.logIn(person.email(), "a wrong guess of it").is(401))).isEqualTo(1);
        assertThat(hashingsOf(() -> api.logIn("nobody-" + person.email(), person.password()).is(401))).isEqualTo(1);
        assertThat(hashingsOf(() -> api.logIn(person.email(), "x".repeat(500)).is(401))).isEqualTo(1);
        assertThat(hashingsOf(() -> api.logIn("nobody-" + person.email(), "x".repeat(500)).is(401))).isEqualTo(1);
        assertThat(hashingsOf(() -> api.logIn(person.email(), person.password()).is(201))).isEqualTo(1);
    }

    @Test
    void isRefusedWith503WhileTooManyPasswordsAreHashed() {
        var loadIsOn = new AtomicBoolean(true);
        try (var load = Executors.newVirtualThreadPerTaskExecutor()) {
            IntStream.range(0, 30 * Runtime.getRuntime().availableProcessors())
                    .forEach(_ -> load.submit(() -> hashWhile(loadIsOn)));

            var busy = await().until(() -> api.logIn("nobody@example.org", Api.PASSWORD),
                    response -> response.status() == 503);

            loadIsOn.set(false);
            assertThat(busy.header("Retry-After")).isNotEmpty();
            assertThat(busy.header("Content-Type")).startsWith("application/problem+json");
        } finally {
            loadIsOn.set(false);
        }
    }

    private void hashWhile(AtomicBoolean loadIsOn) {
        while (loadIsOn.get()) {
            try {
                hashing.hash(Api.PASSWORD);
            } catch (HashingBusy _) {
                LockSupport.parkNanos(1_000_000); // enough other threads hash
            }
        }
    }

    private long hashingsOf(Runnable logIn) {
        var before = meters.get("ashlar.password.hashing").timer().count();
        logIn.run();
        return meters.get("ashlar.password.hashing").timer().count() - before;
    }

    private static String withoutRequestId(ServiceResponse refusal) {
        return refusal.body().replace(refusal.text("request_id"), "");
    }
}
