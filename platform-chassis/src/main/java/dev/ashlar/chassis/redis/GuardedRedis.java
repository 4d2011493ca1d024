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
 * A template behind a circuit breaker that a watchdog opens and a ping closes (ADR 26, 34). All operations, scripts and pipelines of
 * the template go through {@link #execute}, so they all pass the breaker. A listener container has its own connection and no breaker.
 */
public final class GuardedRedis extends StringRedisTemplate {

    private static final Logger log = LoggerFactory.getLogger(GuardedRedis.class);

    /** Bound while a callback runs. Commands of a callback are part of its call. */
    private final ScopedValue<GuardedRedis> calling = ScopedValue.newInstance();

    private final String instance;
    private final LettuceConnectionFactory connections;
    private final RedisURI address;
    private final Duration timeout;
    private final PendingCalls calls = new PendingCalls();
    private final LongAdder refused = new LongAdder();
    private final AtomicBoolean open = new AtomicBoolean();
    private final AtomicBoolean pinging = new AtomicBoolean();
    /** A replica refuses every write. One new connection a second is enough to find the primary. */
    private final Throttle reconnects = new Throttle(Duration.ofSeconds(1));
    private final ReentrantLock connecting = new ReentrantLock();
    private volatile boolean connected;

    /** @param timeout how long a thread waits while another thread makes the first connection */
    GuardedRedis(String instance, LettuceConnectionFactory connections, RedisURI address, Duration timeout) {
        super(connections);
        this.instance = instance;
        this.connections = connections;
        this.address = address;
        this.timeout = timeout;
    }

    /** @throws RedisConnectionFailureException immediately, while the breaker is open */
    @Override
    public <T> @Nullable T execute(RedisCallback<T> command, boolean exposeConnection, boolean pipeline) {
        if (calling.isBound()) {
            return super.execute(command, exposeConnection, pipeline);
        }
        if (open.get()) {
            refused.increment();
            throw new RedisConnectionFailureException("The circuit breaker is open because Redis does not respond");
        }
        try {
            return calls.count(() -> connected(() -> ScopedValue.where(calling, this)
                    .call(() -> super.execute(command, exposeConnection, pipeline))));
        } catch (RedisSystemException e) {
            if (isReplica(e) && reconnects.passes()) {
                reconnect();
            }
            throw e;
        }
    }

    /** A script wraps the error of its command into its own error, so the word may stand anywhere in the message. */
    private static boolean isReplica(RedisSystemException e) {
        return e.getCause() instanceof RedisCommandExecutionException error
                && String.valueOf(error.getMessage()).contains("READONLY ");
    }

    /** Drops the connection. Call it if the connection leads to a former primary or to an old address of the instance. */
    void reconnect() {
        log.atWarn().addKeyValue("instance", instance).log("Redis has moved; the next command makes a new connection");
        Thread.ofVirtual().name("redis-reconnect").start(() -> {
            connecting.lock(); // another thread may be connecting to the old address
            resetAndUnlock();
        });
    }

    /**
     * Pings Redis, even while the breaker is open. A reply closes the breaker.
     *
     * @throws DataAccessException if Redis does not reply
     */
    public void ping() {
        calls.count(() -> connected(() -> {
            try (var connection = connections.getConnection()) {
                return Objects.requireNonNull(connection.ping());
            }
        }));
        if (open.compareAndSet(true, false)) {
            log.atInfo().addKeyValue("instance", instance).log("Redis responds again");
        }
    }

    /** Tries to make the first connection. If Redis is down, the first call tries again. */
    void connect() {
        try {
            ping();
        } catch (DataAccessException e) {
            log.atInfo().addKeyValue("instance", instance).addKeyValue("cause", Cause.of(e))
                    .log("There is no connection to Redis yet");
        }
    }

    Watchdog watchdog() {
        return new Watchdog(calls, open::get, new Actions());
    }

    /** {@code sessions} or {@code cache}. */
    public String instance() {
        return instance;
    }

    /** {@code closed}, or {@code open} while calls fail immediately. */
    public String state() {
        return open.get() ? "open" : "closed";
    }

    /** The number of calls that the open breaker has refused since the start. */
    public long refused() {
        return refused.sum();
    }

    void measure(MeterRegistry meters) {
        Gauge.builder("ashlar.redis.open", this, redis -> redis.open.get() ? 1 : 0)
                .description("1 while the circuit breaker is open and calls fail immediately")
                .tag("instance", instance()).register(meters);
        FunctionCounter.builder("ashlar.redis.refused", this, GuardedRedis::refused)
                .description("Calls that the open circuit breaker refused").tag("instance", instance())
                .register(meters);
    }

    /** Only one thread makes the first connection. If Redis hangs, the others fail after the timeout instead of queueing. */
    private <T> @Nullable T connected(Supplier<@Nullable T> command) {
        if (connected) {
            return command.get();
        }
        if (!tryLock()) {
            throw new RedisConnectionFailureException("There is no connection to Redis yet");
        }
        try {
            var reply = command.get();
            connected = true;
            return reply;
        } finally {
            connecting.unlock();
        }
    }

    private boolean tryLock() {
        try {
            return connecting.tryLock(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /**
     * Drops the connection, and the next call makes a new one. TCP itself retransmits for 15 minutes before it closes a connection
     * whose other end has vanished. If a thread is connecting now, its connection is new already and stays.
     */
    private void dropConnection() {
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

    private final class Actions implements Watchdog.Actions {

        @Override
        public CompletableFuture<?> probe() {
            var client = (RedisClient) connections.getRequiredNativeClient();
            return client.connectAsync(StringCodec.UTF8, address).toCompletableFuture()
                    .thenCompose(connection -> connection.async().ping().toCompletableFuture()
                            .whenComplete((_, _) -> connection.closeAsync()));
        }

        @Override
        public void open(String cause) {
            if (open.compareAndSet(false, true)) {
                log.atWarn().addKeyValue("instance", instance).addKeyValue("cause", cause)
                        .log("Redis does not respond; the circuit breaker is open until it does");
            }
            GuardedRedis.this.dropConnection();
        }

        @Override
        public void dropConnection() {
            GuardedRedis.this.dropConnection();
        }

        @Override
        public void ping() {
            if (pinging.compareAndSet(false, true)) {
                Thread.ofVirtual().name("redis-ping").start(() -> {
                    try {
                        GuardedRedis.this.ping();
                    } catch (DataAccessException e) {
                        Cause.trace(log.atDebug().addKeyValue("instance", instance), e)
                                .log("Redis does not respond yet");
                    } finally {
                        pinging.set(false);
                    }
                });
            }
        }
    }
}
