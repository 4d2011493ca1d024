package dev.ashlar.chassis.redis;

import static org.assertj.core.api.Assertions.assertThat;

import io.lettuce.core.RedisCommandExecutionException;
import io.lettuce.core.RedisConnectionException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Time is ticks: what busy cores do to it makes ticks late, not numerous. */
class WatchdogTest {

    private final Calls calls = new Calls();
    private final List<CompletableFuture<String>> probes = new ArrayList<>();
    private final CountDownLatch answered = new CountDownLatch(1);
    private boolean dead;
    private String cause = "none";
    private int left;
    private int asked;

    private final Watchdog watchdog = new Watchdog(calls, () -> dead, new Watchdog.Watched() {

        @Override
        public CompletableFuture<?> probe() {
            probes.add(new CompletableFuture<>());
            return probes.getLast();
        }

        @Override
        public void die(String why) {
            dead = true;
            cause = why;
        }

        @Override
        public void leaveConnection() {
            left++;
        }

        @Override
        public void askAgain() {
            asked++;
        }
    });

    @AfterEach
    void answer() {
        answered.countDown();
    }

    @Test
    void asksNothingWhileRedisAnswers() throws Exception {
        silentCall();
        for (var tick = 0; tick < 100; tick++) {
            calls.count(() -> "answer");
            watchdog.tick();
        }
        assertThat(probes).isEmpty();
        assertThat(dead).isFalse();
    }

    @Test
    void asksNothingWhileNobodyCalls() {
        tick(100);
        assertThat(probes).isEmpty();
    }

    @Test
    void takesARedisForDeadThatDoesNotAnswerOnANewConnection() throws Exception {
        silentCall();

        tick(Watchdog.DEAD - 1);
        assertThat(dead).isFalse();
        tick(1);
        assertThat(dead).isTrue();
        assertThat(cause).isEqualTo("no answer for 600 ms");
        assertThat(probes).hasSize(1);
    }

    @Test
    void takesARedisForDeadAtOnceThatRefusesANewConnection() throws Exception {
        silentCall();

        tick(Watchdog.SUSPICIOUS);
        probes.getFirst().completeExceptionally(new RedisConnectionException("away", new ConnectException("refused")));
        tick(1);
        assertThat(dead).isTrue();
        assertThat(cause).startsWith("ConnectException: refused");
    }

    @Test
    void probesAgainWhereAProbeFailedForAnotherReason() throws Exception {
        silentCall();

        tick(Watchdog.SUSPICIOUS);
        probes.getFirst().completeExceptionally(new RedisConnectionException("late"));
        tick(1);
        probes.getLast().complete("PONG");
        tick(Watchdog.DEAD);
        assertThat(probes).hasSize(2);
        assertThat(dead).isFalse();
    }

    @Test
    void takesARedisForDeadWhoseNameIsNotKnownAnyMore() throws Exception {
        silentCall();

        for (var i = 0; i < Watchdog.DEAD + 1; i++) {
            probes.forEach(probe -> probe.completeExceptionally(new UnknownHostException("redis-sessions")));
            tick(1);
        }
        assertThat(dead).isTrue();
    }

    @Test
    void leavesOnlyTheConnectionIfRedisAnswersOnANewOne() throws Exception {
        silentCall();

        tick(Watchdog.SUSPICIOUS);
        probes.getFirst().complete("PONG");
        tick(Watchdog.CONNECTION_DEAD - Watchdog.SUSPICIOUS - 1);
        assertThat(left).isZero();
        tick(1);
        assertThat(left).isOne();
        assertThat(dead).isFalse();
    }

    @Test
    void takesAnErrorForAnAnswer() throws Exception {
        silentCall();

        tick(Watchdog.SUSPICIOUS);
        probes.getFirst().completeExceptionally(new RedisConnectionException("refused by Redis",
                new RedisCommandExecutionException("ERR max number of clients reached")));
        tick(Watchdog.DEAD);
        assertThat(dead).isFalse();
    }

    @Test
    void asksADeadRedisAgainAndAgain() {
        dead = true;
        tick(4 * Watchdog.ASK_AGAIN);
        assertThat(asked).isEqualTo(4);
    }

    private void tick(int times) {
        for (var tick = 0; tick < times; tick++) {
            watchdog.tick();
        }
    }

    /** A call under way until the test ends. */
    private void silentCall() throws Exception {
        var begun = new CountDownLatch(1);
        Thread.ofVirtual().start(() -> calls.count(() -> {
            begun.countDown();
            try {
                answered.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            return "late";
        }));
        begun.await();
        calls.silenceAtTick();
        calls.forgiveSilence();
    }
}
