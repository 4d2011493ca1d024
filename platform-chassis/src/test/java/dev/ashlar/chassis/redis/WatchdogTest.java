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

class WatchdogTest {

    private final PendingCalls calls = new PendingCalls();
    private final List<CompletableFuture<String>> probes = new ArrayList<>();
    private final CountDownLatch replied = new CountDownLatch(1);
    private boolean open;
    private String cause = "none";
    private int drops;
    private int pings;

    private final Watchdog watchdog = new Watchdog(calls, () -> open, new Watchdog.Actions() {

        @Override
        public CompletableFuture<?> probe() {
            probes.add(new CompletableFuture<>());
            return probes.getLast();
        }

        @Override
        public void open(String why) {
            open = true;
            cause = why;
        }

        @Override
        public void dropConnection() {
            drops++;
        }

        @Override
        public void ping() {
            pings++;
        }
    });

    @AfterEach
    void endCall() {
        replied.countDown();
    }

    @Test
    void sendsNoProbeWhileRedisReplies() throws Exception {
        silentCall();
        for (var tick = 0; tick < 100; tick++) {
            calls.count(() -> "reply");
            watchdog.tick();
        }
        assertThat(probes).isEmpty();
        assertThat(open).isFalse();
    }

    @Test
    void sendsNoProbeWithoutCalls() {
        tick(100);
        assertThat(probes).isEmpty();
    }

    @Test
    void opensTheBreakerIfRedisDoesNotReplyOnANewConnection() throws Exception {
        silentCall();

        tick(Watchdog.OPEN - 1);
        assertThat(open).isFalse();
        tick(1);
        assertThat(open).isTrue();
        assertThat(cause).isEqualTo("no reply for 600 ms");
        assertThat(probes).hasSize(1);
    }

    @Test
    void opensTheBreakerImmediatelyIfANewConnectionIsRefused() throws Exception {
        silentCall();

        tick(Watchdog.PROBE);
        probes.getFirst().completeExceptionally(new RedisConnectionException("away", new ConnectException("refused")));
        tick(1);
        assertThat(open).isTrue();
        assertThat(cause).startsWith("ConnectException: refused");
    }

    @Test
    void sendsAnotherProbeIfTheFirstFailsForAnotherReason() throws Exception {
        silentCall();

        tick(Watchdog.PROBE);
        probes.getFirst().completeExceptionally(new RedisConnectionException("late"));
        tick(1);
        probes.getLast().complete("PONG");
        tick(Watchdog.OPEN);
        assertThat(probes).hasSize(2);
        assertThat(open).isFalse();
    }

    @Test
    void opensTheBreakerIfTheHostNameHasNoAddress() throws Exception {
        silentCall();

        for (var i = 0; i < Watchdog.OPEN + 1; i++) {
            probes.forEach(probe -> probe.completeExceptionally(new UnknownHostException("redis-sessions")));
            tick(1);
        }
        assertThat(open).isTrue();
    }

    @Test
    void dropsOnlyTheConnectionIfRedisRepliesOnANewOne() throws Exception {
        silentCall();

        tick(Watchdog.PROBE);
        probes.getFirst().complete("PONG");
        tick(Watchdog.DROP_CONNECTION - Watchdog.PROBE - 1);
        assertThat(drops).isZero();
        tick(1);
        assertThat(drops).isOne();
        assertThat(open).isFalse();
    }

    @Test
    void countsAnErrorOfRedisAsAReply() throws Exception {
        silentCall();

        tick(Watchdog.PROBE);
        probes.getFirst().completeExceptionally(new RedisConnectionException("refused by Redis",
                new RedisCommandExecutionException("ERR max number of clients reached")));
        tick(Watchdog.OPEN);
        assertThat(open).isFalse();
    }

    @Test
    void pingsAgainWhileTheBreakerIsOpen() {
        open = true;
        tick(4 * Watchdog.PING);
        assertThat(pings).isEqualTo(4);
    }

    private void tick(int times) {
        for (var tick = 0; tick < times; tick++) {
            watchdog.tick();
        }
    }

    /** Starts a call that is pending until the test ends. */
    private void silentCall() throws Exception {
        var begun = new CountDownLatch(1);
        Thread.ofVirtual().start(() -> calls.count(() -> {
            begun.countDown();
            try {
                replied.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            return "late";
        }));
        begun.await();
        calls.tick();
        calls.resetTicks();
    }
}
