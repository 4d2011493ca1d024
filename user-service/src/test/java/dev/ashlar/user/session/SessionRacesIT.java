package dev.ashlar.user.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.user.Answer;
import dev.ashlar.user.Api;
import dev.ashlar.user.SignedIn;
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

/** Whatever comes at the same time as the end of a session: afterwards it has ended, in Redis as in PostgreSQL. */
@UserServiceTest
class SessionRacesIT {

    private static final String SESSIONS = "/api/v1/sessions";
    private static final int ROUNDS = 5;

    @Autowired
    Api api;

    @RepeatedTest(ROUNDS)
    void aRefreshDuringALogoutKeepsNothingAlive() throws InterruptedException {
        var session = api.somebodySignedIn();

        var answers = atOnce(() -> api.refresh(session.refreshToken()),
                () -> api.delete(SESSIONS + "/" + session.sessionId(), session));

        answers.getLast().is(204);
        api.me(session).is(401);
        haveEnded(answers.subList(0, 1), 200);
    }

    @RepeatedTest(ROUNDS)
    void refreshesDuringALogoutEverywhereKeepNothingAlive() throws InterruptedException {
        var person = api.somebody();
        var here = api.signIn(person);
        var there = api.signIn(person);

        var answers = atOnce(() -> api.refresh(here.refreshToken()), () -> api.refresh(there.refreshToken()),
                () -> api.delete(SESSIONS, here));

        answers.getLast().is(204);
        haveEnded(answers.subList(0, 2), 200);
    }

    @RepeatedTest(ROUNDS)
    void logInsWithTheOldPasswordDuringItsChangeKeepNothingAlive() throws InterruptedException {
        var person = api.somebody();
        var mine = api.signIn(person);
        Callable<Answer> logIn = () -> api.logIn(person.email(), person.password());

        var answers = atOnce(logIn, logIn, logIn, logIn,
                () -> api.send("PUT", "/api/v1/users/me/password", mine,
                        Map.of("current_password", person.password(), "new_password", "seven yellow tractors")));

        answers.getLast().is(204);
        haveEnded(answers.subList(0, 4), 201);
        api.me(mine).is(200);
    }

    @RepeatedTest(ROUNDS)
    void logInsDuringTheAccountsEndKeepNothingAlive() throws InterruptedException {
        var person = api.somebody();
        var mine = api.signIn(person);
        Callable<Answer> logIn = () -> api.logIn(person.email(), person.password());

        var answers = atOnce(logIn, logIn, logIn, () -> api.refresh(mine.refreshToken()),
                () -> api.delete("/api/v1/users/me", mine));

        answers.getLast().is(204);
        haveEnded(answers.subList(0, 3), 201);
        haveEnded(answers.subList(3, 4), 200);
    }

    /** Each was refused, or given a session that is none any more. */
    private void haveEnded(List<Answer> answers, int granted) {
        assertThat(answers).extracting(Answer::status).allMatch(status -> status == granted || status == 401);
        answers.stream().filter(answer -> answer.status() == granted).map(SignedIn::by).forEach(session -> {
            api.me(session).is(401);
            api.refresh(session.refreshToken()).is(401);
        });
    }

    @SafeVarargs
    private static List<Answer> atOnce(Callable<Answer>... calls) throws InterruptedException {
        var start = new CyclicBarrier(calls.length);
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            return callers.invokeAll(Stream.of(calls).map(call -> (Callable<Answer>) () -> {
                start.await();
                return call.call();
            }).toList()).stream().map(Future::resultNow).toList();
        }
    }
}
