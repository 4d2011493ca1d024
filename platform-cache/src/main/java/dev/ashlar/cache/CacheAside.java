package dev.ashlar.cache;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.QueryTimeoutException;

/**
 * Cache-aside: reads a value from Redis, or else loads it from the database and caches it for an hour. A version floor keeps a slow
 * reader from caching an outdated value. One caller loads a key at a time (ADR 9). Thread-safe.
 */
public final class CacheAside {

    private static final Logger log = LoggerFactory.getLogger(CacheAside.class);

    /** As long as a request may wait for a database connection, because the loader may wait for one. */
    private static final long LOADER_TIMEOUT_SECONDS = 2;

    private final CacheStore store;
    private final MeterRegistry meters;
    private final ConcurrentHashMap<String, CompletableFuture<Object>> loading = new ConcurrentHashMap<>();

    CacheAside(CacheStore store, MeterRegistry meters) {
        this.store = store;
        this.meters = meters;
    }

    /**
     * Returns the cached value, or else the loader's. Passes exceptions of the loader to the caller and caches nothing. While Redis is
     * down, each value comes from the loader.
     *
     * @throws QueryTimeoutException after two seconds of waiting for another caller's loader
     */
    public <T> T get(String key, Class<T> type, Supplier<Versioned<T>> loader) {
        var first = lookUp(key, type);
        count(first.failed ? "error" : first.value.isPresent() ? "hit" : "miss");
        return first.value.orElseGet(() -> oneAtATime(key, type, () -> {
            // Another caller may have cached the value since the first look-up.
            var second = first.failed ? first : lookUp(key, type);
            return second.value.orElseGet(() -> load(key, loader, second.failed));
        }));
    }

    /** Call this after the change to the version has committed. Ignores an outage of Redis: handle the event of the change too. */
    public void evict(String key, long version) {
        try {
            evictOrThrow(key, version);
        } catch (DataAccessException e) {
            logFailure("evict", e);
        }
    }

    /**
     * Call this from the handler of the change's event, and retry it until it succeeds.
     *
     * @throws DataAccessException if Redis is down
     */
    public void evictOrThrow(String key, long version) {
        try {
            store.evict(key, version);
        } finally {
            loading.remove(key); // later callers must not wait for a loader that may have read the old value
        }
    }

    private record LookUp<T>(Optional<T> value, boolean failed) {}

    private <T> LookUp<T> lookUp(String key, Class<T> type) {
        try {
            return new LookUp<>(store.find(key, type), false);
        } catch (DataAccessException e) {
            logFailure("read", e);
            return new LookUp<>(Optional.empty(), true);
        }
    }

    /** Concurrent callers of the same key get the first caller's value. */
    private <T> T oneAtATime(String key, Class<T> type, Supplier<T> work) {
        var own = new CompletableFuture<Object>();
        var other = loading.putIfAbsent(key, own);
        if (other != null) {
            return type.cast(join(other));
        }
        try {
            var value = work.get();
            own.complete(value);
            return value;
        } catch (Throwable e) {
            own.completeExceptionally(e);
            throw e;
        } finally {
            loading.remove(key, own);
        }
    }

    /** Loads again if a change has committed meanwhile: callers that joined after the change must not get the old value. */
    private <T> T load(String key, Supplier<Versioned<T>> loader, boolean redisFailed) {
        var loaded = loader.get();
        if (!redisFailed && !put(key, loaded)) {
            loaded = loader.get();
            put(key, loaded);
        }
        return loaded.value();
    }

    /** Returns false if the value is older than the key's floor and therefore not cached. */
    private boolean put(String key, Versioned<?> loaded) {
        try {
            return store.put(key, loaded);
        } catch (DataAccessException e) {
            logFailure("put", e);
            return true;
        }
    }

    private static Object join(CompletableFuture<Object> other) {
        try {
            return other.get(LOADER_TIMEOUT_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case RuntimeException fault -> throw fault;
                case Error fault -> throw fault;
                case null, default -> throw new IllegalStateException(e);
            }
        } catch (TimeoutException e) {
            throw new QueryTimeoutException("The value is still being loaded", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new QueryTimeoutException("Interrupted while the value was being loaded", e);
        }
    }

    private void logFailure(String operation, DataAccessException e) {
        log.atDebug().addKeyValue("operation", operation)
                .addKeyValue("cause", e.getMostSpecificCause().getClass().getSimpleName())
                .log("The cache is not available");
    }

    private void count(String result) {
        counter(result).increment();
    }

    /** Returns how many reads have ended as a {@code hit}, a {@code miss} or an {@code error}. */
    long counted(String result) {
        return (long) counter(result).count();
    }

    private Counter counter(String result) {
        return meters.counter("ashlar.cache.requests", "result", result);
    }
}
