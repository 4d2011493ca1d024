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
 * Finds out that Redis is dead or hangs, and does not mistake busy cores for that (ADR 34). It counts ticks of this process instead of
 * time: on busy cores, ticks come as late as the replies of Redis. For one thread only.
 */
final class Watchdog {

    static final Duration TICK = Duration.ofMillis(50);

    /** Silent ticks after which the watchdog pings Redis on a new connection: 300 ms. */
    static final int PROBE = 6;

    /** Silent ticks after which the breaker opens, unless Redis has replied on the new connection: 600 ms. */
    static final int OPEN = 12;

    /** Silent ticks after which the connection is dropped although Redis replies on a new one: 1 s. */
    static final int DROP_CONNECTION = 20;

    /** Ticks between two pings while the breaker is open: 250 ms. */
    static final int PING = 5;

    /** What the watchdog does to one Redis instance. No method may block. */
    interface Actions {

        /** Pings Redis on a new connection. */
        CompletableFuture<?> probe();

        /**
         * Opens the breaker.
         *
         * @param cause for the log
         */
        void open(String cause);

        /** Drops the connection that all calls share. */
        void dropConnection();

        /** Pings Redis; a reply closes the breaker. */
        void ping();
    }

    private final PendingCalls calls;
    private final BooleanSupplier isOpen;
    private final Actions actions;
    private @Nullable CompletableFuture<?> probe;
    private int ticksOpen;

    Watchdog(PendingCalls calls, BooleanSupplier isOpen, Actions actions) {
        this.calls = calls;
        this.isOpen = isOpen;
        this.actions = actions;
    }

    void tick() {
        var silentTicks = calls.tick();
        ticksOpen = isOpen.getAsBoolean() ? ticksOpen + 1 : 0;
        if (ticksOpen > 0 && ticksOpen % PING == 0) {
            actions.ping();
        }
        if (silentTicks < PROBE) {
            probe = null;
        } else if (probe == null || silentTicks < OPEN && hasFailed(probe) && !isRefused(probe)) {
            probe = actions.probe();
        } else if (isRefused(probe) || silentTicks >= OPEN && !hasReply(probe)) {
            actions.open(cause(probe));
            reset();
        } else if (silentTicks >= DROP_CONNECTION) {
            actions.dropConnection();
            reset();
        }
    }

    private void reset() {
        calls.resetTicks();
        probe = null;
    }

    private static String cause(CompletableFuture<?> probe) {
        return probe.isCompletedExceptionally()
                ? Cause.of(probe.exceptionNow())
                : "no reply for " + TICK.multipliedBy(OPEN).toMillis() + " ms";
    }

    /** An error that Redis itself sent is a reply. */
    private static boolean hasReply(CompletableFuture<?> probe) {
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
