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

/** The calls to one Redis instance: how many are under way, and how many Redis has answered. */
final class Calls {

    private final AtomicInteger underWay = new AtomicInteger();
    private final AtomicLong answered = new AtomicLong();
    private long answeredBefore;
    private int silence;

    <T> @Nullable T count(Supplier<@Nullable T> call) {
        underWay.incrementAndGet();
        var isAnswered = true;
        try {
            return call.get();
        } catch (RuntimeException e) {
            isAnswered = !isUnanswered(e);
            throw e;
        } finally {
            if (isAnswered) {
                answered.incrementAndGet();
            }
            underWay.decrementAndGet();
        }
    }

    /** How many ticks in a row, this one included, found calls under way of which none had been answered since the last tick. */
    int silenceAtTick() {
        var now = answered.get();
        silence = underWay.get() == 0 || now != answeredBefore ? 0 : silence + 1;
        answeredBefore = now;
        return silence;
    }

    /** Starts to count from zero. */
    void forgiveSilence() {
        silence = 0;
    }

    /** Whatever Redis itself says, an error included, is an answer. */
    private static boolean isUnanswered(RuntimeException fault) {
        return fault instanceof RedisConnectionFailureException || fault instanceof QueryTimeoutException
                || fault instanceof RedisSystemException && !(fault.getCause() instanceof RedisCommandExecutionException
                        || fault.getCause() instanceof RedisCommandInterruptedException);
    }
}
