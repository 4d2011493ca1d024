package dev.ashlar.chassis.redis;

import io.lettuce.core.RedisCommandExecutionException;
import io.lettuce.core.RedisCommandInterruptedException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.data.redis.RedisConnectionFailureException;
import org.springframework.data.redis.RedisSystemException;

/** Counts the calls to one Redis instance: those that are pending and those that got a reply. */
final class PendingCalls {

    private final AtomicInteger pending = new AtomicInteger();
    private final AtomicLong replies = new AtomicLong();
    private long repliesAtLastTick;
    private int silentTicks;

    /** Runs a call and counts it. Thread-safe. */
    <T> @Nullable T count(Supplier<@Nullable T> call) {
        pending.incrementAndGet();
        var hasReply = true;
        try {
            return call.get();
        } catch (RuntimeException e) {
            hasReply = hasReply(e);
            throw e;
        } finally {
            if (hasReply) {
                replies.incrementAndGet();
            }
            pending.decrementAndGet();
        }
    }

    /**
     * Counts a tick. A tick is silent if calls are pending and none got a reply since the tick before. For the watchdog's thread only.
     *
     * @return the number of silent ticks in a row, this one included
     */
    int tick() {
        var now = replies.get();
        silentTicks = pending.get() == 0 || now != repliesAtLastTick ? 0 : silentTicks + 1;
        repliesAtLastTick = now;
        return silentTicks;
    }

    /** Counts silent ticks from zero again. */
    void resetTicks() {
        silentTicks = 0;
    }

    /** An error that Redis itself sent is a reply. */
    private static boolean hasReply(RuntimeException fault) {
        return !(fault instanceof RedisConnectionFailureException || fault instanceof QueryTimeoutException
                || fault instanceof RedisSystemException && !(fault.getCause() instanceof RedisCommandExecutionException
                        || fault.getCause() instanceof RedisCommandInterruptedException));
    }
}
