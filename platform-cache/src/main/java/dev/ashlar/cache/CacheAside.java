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
 * Cache-aside: look into Redis, else load from the database and put the value there for an hour; delete it after a change has
 * committed. Made correct by a version floor, which keeps a slow reader from putting an old value back, and by one loader a key
 * in flight (ADR 9). While Redis is away, reads go to the database, still one a key at a time.
 */
public final class CacheAside {

    private static final Logger log = LoggerFactory.getLogger(CacheAside.class);

    /** As long as a request may wait for a connection to the database, which is what the loader may be waiting for. */
    private static final long PATIENCE_SECONDS = 2;

    private final CacheStore store;
    private final MeterRegistry meters;
    private final ConcurrentHashMap<String, CompletableFuture<Object>> loading = new ConcurrentHashMap<>();

    CacheAside(CacheStore store, MeterRegistry meters) {
        this.store = store;
        this.meters = meters;
    }

    /**
     * The cached value, else the loader's; what the loader throws, the caller gets, and nothing is cached.
     *
     * @throws QueryTimeoutException after two seconds of waiting for another caller's loader
     */
    public <T> T get(String key, Class<T> type, Supplier<Versioned<T>> loader) {
        var first = look(key, type);
        count(first.away ? "error" : first.value.isPresent() ? "hit" : "miss");
        return first.value.orElseGet(() -> alone(key, type, () -> {
            // The loader before may have finished between the first look and our turn.
            var second = first.away ? first : look(key, type);
            return second.value.orElseGet(() -> load(key, loader, second.away));
        }));
    }

    /** To be called after the change to {@code version} has committed. If Redis is away, the change's event makes it good. */
    public void evict(String key, long version) {
        try {
            evictSurely(key, version);
        } catch (DataAccessException e) {
            away("evict", e);
        }
    }

    /**
     * To be called by the listener to the change's event, which is retried until this succeeds.
     *
     * @throws DataAccessException if Redis is away
     */
    public void evictSurely(String key, long version) {
        try {
            store.evict(key, version);
        } finally {
            loading.remove(key); // who asks from now on joins nobody who may have looked before
        }
    }

    private record Look<T>(Optional<T> value, boolean away) {}

    private <T> Look<T> look(String key, Class<T> type) {
        try {
            return new Look<>(store.find(key, type), false);
        } catch (DataAccessException e) {
            away("read", e);
            return new Look<>(Optional.empty(), true);
        }
    }

    /** One at a time for each key; who comes second takes what the first one got. */
    private <T> T alone(String key, Class<T> type, Supplier<T> work) {
        var mine = new CompletableFuture<Object>();
        var other = loading.putIfAbsent(key, mine);
        if (other != null) {
            return type.cast(join(other));
        }
        try {
            var value = work.get();
            mine.complete(value);
            return value;
        } catch (Throwable e) {
            mine.completeExceptionally(e);
            throw e;
        } finally {
            loading.remove(key, mine);
        }
    }

    /** Who is overtaken by a change loads again: those who joined after the change must not get what was before it. */
    private <T> T load(String key, Supplier<Versioned<T>> loader, boolean away) {
        var loaded = loader.get();
        if (!away && !put(key, loaded)) {
            loaded = loader.get();
            put(key, loaded);
        }
        return loaded.value();
    }

    /** Whether the value is as new as the cache knows; what is not is not put. */
    private boolean put(String key, Versioned<?> loaded) {
        try {
            return store.put(key, loaded);
        } catch (DataAccessException e) {
            away("put", e);
            return true;
        }
    }

    private static Object join(CompletableFuture<Object> other) {
        try {
            return other.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
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

    private void away(String operation, DataAccessException e) {
        log.atDebug().addKeyValue("operation", operation).addKeyValue("cause", Cause.of(e))
                .log("The cache is away");
    }

    private void count(String result) {
        counter(result).increment();
    }

    /** How many reads have ended as a {@code hit}, a {@code miss} or an {@code error} so far. */
    long counted(String result) {
        return (long) counter(result).count();
    }

    private Counter counter(String result) {
        return meters.counter("ashlar.cache.requests", "result", result);
    }
}
