package dev.ashlar.chassis.redis;

import dev.ashlar.chassis.observability.Cause;
import io.lettuce.core.RedisCommandExecutionException;
import io.netty.channel.ConnectTimeoutException;
import java.net.ConnectException;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Tells a Redis that is dead or hangs from busy cores (ADR 34). Time is counted in ticks of this process: while its threads don't get a
 * core, ticks are late as well as answers, and silence lasts longer before it means anything. Used by one thread.
 */
final class Watchdog {

    static final Duration TICK = Duration.ofMillis(50);

    /** Silence after which a new connection is made to ask whether Redis lives: 300 ms. */
    static final int SUSPICIOUS = 6;

    /** Silence after which Redis is dead unless it has answered on the new connection: 600 ms. */
    static final int DEAD = 12;

    /** Silence after which the connection is dead, though Redis lives: 1 s. */
    static final int CONNECTION_DEAD = 20;

    /** While Redis is dead, it is asked this often: every 250 ms. */
    static final int ASK_AGAIN = 5;

    /** What the watchdog watches and acts on. No method may block. */
    interface Watched {

        /** Asks Redis for a sign of life on a new connection. */
        CompletableFuture<?> probe();

        /**
         * Redis is dead: calls fail at once from now on.
         *
         * @param cause for the log
         */
        void die(String cause);

        /** The connection is dead, Redis lives. */
        void leaveConnection();

        /** Asks whether Redis lives again. */
        void askAgain();
    }

    private final Calls calls;
    private final BooleanSupplier isDead;
    private final Watched watched;
    private @Nullable CompletableFuture<?> probe;
    private int ticksDead;

    Watchdog(Calls calls, BooleanSupplier isDead, Watched watched) {
        this.calls = calls;
        this.isDead = isDead;
        this.watched = watched;
    }

    void tick() {
        var silence = calls.silenceAtTick();
        ticksDead = isDead.getAsBoolean() ? ticksDead + 1 : 0;
        if (ticksDead > 0 && ticksDead % ASK_AGAIN == 0) {
            watched.askAgain();
        }
        if (silence < SUSPICIOUS) {
            probe = null;
        } else if (probe == null || silence < DEAD && hasFailed(probe) && !isRefused(probe)) {
            probe = watched.probe();
        } else if (isRefused(probe) || silence >= DEAD && !isAnswered(probe)) {
            watched.die(cause(probe));
            startAnew();
        } else if (silence >= CONNECTION_DEAD) {
            watched.leaveConnection();
            startAnew();
        }
    }

    private void startAnew() {
        calls.forgiveSilence();
        probe = null;
    }

    private static String cause(CompletableFuture<?> probe) {
        return probe.isCompletedExceptionally()
                ? Cause.of(probe.exceptionNow())
                : "no answer for " + TICK.multipliedBy(DEAD).toMillis() + " ms";
    }

    /** An error of Redis itself is an answer, too. */
    private static boolean isAnswered(CompletableFuture<?> probe) {
        return probe.isDone() && !hasFailed(probe);
    }

    private static boolean hasFailed(CompletableFuture<?> probe) {
        return probe.isCompletedExceptionally()
                && causes(probe).noneMatch(RedisCommandExecutionException.class::isInstance);
    }

    private static boolean isRefused(CompletableFuture<?> probe) {
        return probe.isCompletedExceptionally() && causes(probe)
                .anyMatch(e -> e instanceof ConnectException && !(e instanceof ConnectTimeoutException));
    }

    private static Stream<Throwable> causes(CompletableFuture<?> failed) {
        return Stream.iterate(failed.exceptionNow(), Objects::nonNull, Throwable::getCause);
    }
}
