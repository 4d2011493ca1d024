package dev.ashlar.chassis.redis;

import io.lettuce.core.RedisCommandExecutionException;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.data.redis.RedisConnectionFailureException;
import org.springframework.data.redis.RedisSystemException;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.data.redis.core.RedisCallback;
import org.springframework.data.redis.core.StringRedisTemplate;

/**
 * A template behind a circuit breaker (ADR 26). Every operation, script and pipeline of a template passes through the one method
 * that is guarded here, so that its users need not know; a listener container has a connection of its own and is not guarded.
 */
public final class GuardedRedis extends StringRedisTemplate {

    private static final Logger log = LoggerFactory.getLogger(GuardedRedis.class);

    /** Fewer than open the breaker. */
    private static final int ATTEMPTS = 2;

    /** Bound while a callback runs: what it asks this template in turn is part of the same call. */
    private final ScopedValue<GuardedRedis> asking = ScopedValue.newInstance();

    private final Breaker breaker;
    private final LettuceConnectionFactory connections;
    private final Duration timeout;
    private final ReentrantLock connecting = new ReentrantLock();
    private volatile boolean connected;

    /** @param timeout the longest to wait for another thread that is making the first connection */
    GuardedRedis(String instance, LettuceConnectionFactory connections, Duration timeout) {
        super(connections);
        this.breaker = new Breaker(instance, this::leaveConnection);
        this.connections = connections;
        this.timeout = timeout;
    }

    @Override
    public <T> @Nullable T execute(RedisCallback<T> command, boolean exposeConnection, boolean pipeline) {
        if (asking.isBound()) {
            return super.execute(command, exposeConnection, pipeline);
        }
        try {
            return breaker.call(() -> connected(() -> ScopedValue.where(asking, this)
                    .call(() -> super.execute(command, exposeConnection, pipeline))));
        } catch (RedisSystemException e) {
            if (isReplica(e)) {
                reconnect();
            }
            throw e;
        }
    }

    /** A script passes the refusal of its command on as an error of its own. */
    private static boolean isReplica(RedisSystemException e) {
        return e.getCause() instanceof RedisCommandExecutionException answer
                && String.valueOf(answer.getMessage()).contains("READONLY ");
    }

    /** Leaves the connection: it leads to a former primary, or to an address that the instance had before. */
    void reconnect() {
        log.atWarn().addKeyValue("instance", instance()).log("Redis is somewhere else: the next command connects anew");
        leaveConnection();
    }

    /**
     * Asks Redis itself, even while it is left alone; its answer ends that.
     *
     * @throws DataAccessException if there is none
     */
    public void ping() {
        try {
            connected(() -> {
                try (var connection = connections.getConnection()) {
                    return Objects.requireNonNull(connection.ping());
                }
            });
        } catch (DataAccessException e) {
            breaker.unanswered(e);
            throw e;
        }
        breaker.answered();
    }

    /** Makes the first connection, with one more try than a cold start may need; if Redis is away, the first caller does. */
    void connect() {
        for (var attempt = 0; attempt < ATTEMPTS && !connected; attempt++) {
            try {
                ping();
            } catch (DataAccessException e) {
                log.atInfo().addKeyValue("instance", instance()).addKeyValue("cause", e.getClass().getSimpleName())
                        .log("There is no connection to Redis yet");
            }
        }
    }

    /** Which of the two instances this is: {@code sessions} or {@code cache}. */
    public String instance() {
        return breaker.instance();
    }

    /** {@code closed}: calls go through; {@code open}: they fail at once; {@code half_open}: one is trying. */
    public String state() {
        return breaker.state().name().toLowerCase(Locale.ROOT);
    }

    /** How many calls have failed at once so far. */
    public long refused() {
        return breaker.refused();
    }

    void measure(MeterRegistry meters) {
        Gauge.builder("ashlar.redis.open", this, redis -> redis.state().equals("closed") ? 0 : 1)
                .description("1 while the instance is left alone").tag("instance", instance()).register(meters);
        FunctionCounter.builder("ashlar.redis.refused", this, GuardedRedis::refused)
                .description("Calls that failed at once").tag("instance", instance()).register(meters);
    }

    /** Threads make the first connection one after another: with a Redis that hangs, each would wait for all before it. */
    private <T> @Nullable T connected(Supplier<@Nullable T> command) {
        if (connected) {
            return command.get();
        }
        if (!isOurTurn()) {
            throw new RedisConnectionFailureException("There is no connection to Redis yet");
        }
        try {
            var answer = command.get();
            connected = true;
            return answer;
        } finally {
            connecting.unlock();
        }
    }

    /**
     * A connection may be dead without having ended: its other end has vanished, and TCP repeats itself for a quarter of an hour
     * before it gives up. So the next call makes a new one; not if somebody is making one now, which is new already.
     */
    private void leaveConnection() {
        if (connecting.tryLock()) {
            try {
                connected = false;
                connections.resetConnection();
            } finally {
                connecting.unlock();
            }
        }
    }

    private boolean isOurTurn() {
        try {
            return connecting.tryLock(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
