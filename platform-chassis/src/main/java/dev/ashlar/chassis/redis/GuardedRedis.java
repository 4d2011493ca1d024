package dev.ashlar.chassis.redis;

import dev.ashlar.chassis.fault.Throttle;
import dev.ashlar.chassis.observability.Cause;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisCommandExecutionException;
import io.lettuce.core.RedisURI;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.codec.StringCodec;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;
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
 * A template behind a circuit breaker that a watchdog opens and closes (ADR 26, 34). Every operation, script and pipeline of a
 * template passes through {@link #execute}, which is guarded here. So users of the template need not know of the breaker. A listener
 * container has a connection of its own and is not guarded.
 */
public final class GuardedRedis extends StringRedisTemplate {

    private static final Logger log = LoggerFactory.getLogger(GuardedRedis.class);

    /** Bound while a callback runs: what it asks this template in turn is part of the same call. */
    private final ScopedValue<GuardedRedis> asking = ScopedValue.newInstance();

    private final String instance;
    private final LettuceConnectionFactory connections;
    private final RedisURI address;
    private final Duration timeout;
    private final Calls calls = new Calls();
    private final LongAdder refused = new LongAdder();
    private final AtomicBoolean dead = new AtomicBoolean();
    private final AtomicBoolean askingAgain = new AtomicBoolean();
    /** Redis may refuse every command while it is a replica; one new connection a second is enough to find the primary. */
    private final Throttle reconnects = new Throttle(Duration.ofSeconds(1));
    private final ReentrantLock connecting = new ReentrantLock();
    private volatile boolean connected;

    /** @param timeout the longest to wait for another thread that is making the first connection */
    GuardedRedis(String instance, LettuceConnectionFactory connections, RedisURI address, Duration timeout) {
        super(connections);
        this.instance = instance;
        this.connections = connections;
        this.address = address;
        this.timeout = timeout;
    }

    /** @throws RedisConnectionFailureException at once, while Redis is dead */
    @Override
    public <T> @Nullable T execute(RedisCallback<T> command, boolean exposeConnection, boolean pipeline) {
        if (asking.isBound()) {
            return super.execute(command, exposeConnection, pipeline);
        }
        if (dead.get()) {
            refused.increment();
            throw new RedisConnectionFailureException("Redis is not asked, since it does not answer");
        }
        try {
            return calls.count(() -> connected(() -> ScopedValue.where(asking, this)
                    .call(() -> super.execute(command, exposeConnection, pipeline))));
        } catch (RedisSystemException e) {
            if (isReplica(e) && reconnects.passes()) {
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
        log.atWarn().addKeyValue("instance", instance).log("Redis is somewhere else: the next command connects anew");
        Thread.ofVirtual().name("redis-reconnect").start(() -> {
            connecting.lock(); // a connection that is being made now may lead to the old address, too
            resetAndUnlock();
        });
    }

    /**
     * Asks Redis itself, even while calls fail at once; its answer ends that.
     *
     * @throws DataAccessException if there is none
     */
    public void ping() {
        calls.count(() -> connected(() -> {
            try (var connection = connections.getConnection()) {
                return Objects.requireNonNull(connection.ping());
            }
        }));
        if (dead.compareAndSet(true, false)) {
            log.atInfo().addKeyValue("instance", instance).log("Redis answers again");
        }
    }

    /** Makes the first connection; if Redis is away, the first caller does. */
    void connect() {
        try {
            ping();
        } catch (DataAccessException e) {
            log.atInfo().addKeyValue("instance", instance).addKeyValue("cause", Cause.of(e))
                    .log("There is no connection to Redis yet");
        }
    }

    Watchdog watchdog() {
        return new Watchdog(calls, dead::get, new Watched());
    }

    /** Which of the two instances this is: {@code sessions} or {@code cache}. */
    public String instance() {
        return instance;
    }

    /** {@code closed}: calls go through; {@code open}: they fail at once. */
    public String state() {
        return dead.get() ? "open" : "closed";
    }

    /** How many calls have failed at once so far. */
    public long refused() {
        return refused.sum();
    }

    void measure(MeterRegistry meters) {
        Gauge.builder("ashlar.redis.open", this, redis -> redis.dead.get() ? 1 : 0)
                .description("1 while calls fail at once").tag("instance", instance()).register(meters);
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

    private boolean isOurTurn() {
        try {
            return connecting.tryLock(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /**
     * A connection may be dead without having ended: its other end has vanished, and TCP repeats itself for a quarter of an hour
     * before it gives up. So the next call makes a new one; not if somebody is making one now, which is new already.
     */
    private void leaveConnection() {
        Thread.ofVirtual().name("redis-reset").start(() -> {
            if (connecting.tryLock()) {
                resetAndUnlock();
            }
        });
    }

    private void resetAndUnlock() {
        try {
            connected = false;
            connections.resetConnection();
        } finally {
            connecting.unlock();
        }
    }

    private final class Watched implements Watchdog.Watched {

        @Override
        public CompletableFuture<?> probe() {
            var client = (RedisClient) connections.getRequiredNativeClient();
            return client.connectAsync(StringCodec.UTF8, address).toCompletableFuture()
                    .thenCompose(connection -> connection.async().ping().toCompletableFuture()
                            .whenComplete((_, _) -> connection.closeAsync()));
        }

        @Override
        public void die(String cause) {
            if (dead.compareAndSet(false, true)) {
                log.atWarn().addKeyValue("instance", instance).addKeyValue("cause", cause)
                        .log("Redis does not answer; calls fail at once until it does");
            }
            GuardedRedis.this.leaveConnection();
        }

        @Override
        public void leaveConnection() {
            GuardedRedis.this.leaveConnection();
        }

        @Override
        public void askAgain() {
            if (askingAgain.compareAndSet(false, true)) {
                Thread.ofVirtual().name("redis-ping").start(() -> {
                    try {
                        ping();
                    } catch (DataAccessException e) {
                        Cause.trace(log.atDebug().addKeyValue("instance", instance), e)
                                .log("Redis does not answer yet");
                    } finally {
                        askingAgain.set(false);
                    }
                });
            }
        }
    }
}
