package dev.ashlar.user.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.testing.ServiceResponse;
import dev.ashlar.user.Api;
import dev.ashlar.user.Tokens;
import dev.ashlar.user.UserServiceTest;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.springframework.beans.factory.annotation.Autowired;

/** A session ends in Redis and in PostgreSQL, even if other requests change it at the same time. */
@UserServiceTest
class SessionRacesIT {

    private static final String SESSIONS = "/api/v1/sessions";
    private static final int REPETITIONS = 5;

    @Autowired
    Api api;

    @RepeatedTest(REPETITIONS)
    void endsASessionThatIsRefreshedDuringItsLogOut() throws InterruptedException {
        var session = api.signInNewUser();

        var responses = concurrently(() -> api.refresh(session.refreshToken()),
                () -> api.delete(SESSIONS + "/" + session.sessionId(), session));

        responses.getLast().is(204);
        api.me(session).is(401);
        assertEnded(responses.subList(0, 1), 200);
    }

    @RepeatedTest(REPETITIONS)
    void endsSessionsThatAreRefreshedDuringALogOutEverywhere() throws InterruptedException {
        var person = api.registerUser();
        var here = api.signIn(person);
        var there = api.signIn(person);

        var responses = concurrently(() -> api.refresh(here.refreshToken()), () -> api.refresh(there.refreshToken()),
                () -> api.delete(SESSIONS, here));

        responses.getLast().is(204);
        assertEnded(responses.subList(0, 2), 200);
    }

    @RepeatedTest(REPETITIONS)
    void endsSessionsThatStartWithTheOldPasswordDuringItsChange() throws InterruptedException {
        var person = api.registerUser();
        var mine = api.signIn(person);
        Callable<ServiceResponse> logIn = () -> api.logIn(person.email(), person.password());

        var responses = concurrently(logIn, logIn, logIn, logIn,
                () -> api.send("PUT", "/api/v1/users/me/password", mine,
                        Map.of("current_password", person.password(), "new_password", "seven yellow tractors")));

        responses.getLast().is(204);
        assertEnded(responses.subList(0, 4), 201);
        api.me(mine).is(200);
    }

    @RepeatedTest(REPETITIONS)
    void endsSessionsThatStartDuringTheDeletionOfTheAccount() throws InterruptedException {
        var person = api.registerUser();
        var mine = api.signIn(person);
        Callable<ServiceResponse> logIn = () -> api.logIn(person.email(), person.password());

        var responses = concurrently(logIn, logIn, logIn, () -> api.refresh(mine.refreshToken()),
                () -> api.delete("/api/v1/users/me", mine));

        responses.getLast().is(204);
        assertEnded(responses.subList(0, 3), 201);
        assertEnded(responses.subList(3, 4), 200);
    }

    /** Asserts that each request was refused, or that its session has ended. */
    private void assertEnded(List<ServiceResponse> responses, int success) {
        assertThat(responses).extracting(ServiceResponse::status)
                .allMatch(status -> status == success || status == 401);
        responses.stream().filter(response -> response.status() == success).map(Tokens::of).forEach(session -> {
            api.me(session).is(401);
            api.refresh(session.refreshToken()).is(401);
        });
    }

    @SafeVarargs
    private static List<ServiceResponse> concurrently(Callable<ServiceResponse>... calls) throws InterruptedException {
        var start = new CyclicBarrier(calls.length);
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            return callers.invokeAll(Stream.of(calls).map(call -> (Callable<ServiceResponse>) () -> {
                start.await();
                return call.call();
            }).toList()).stream().map(Future::resultNow).toList();
        }
    }
}
