package dev.ashlar.chassis.cache;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/**
 * Cache-aside: look into Redis, else load from the database and put the value there for an hour; delete it after a change has
 * committed. Made correct by a version floor, which keeps a slow reader from putting an old value back, and by one loader a key
 * in flight (ADR 9). While Redis is away, every read goes to the database.
 */
public final class CacheAside {

    private static final Logger log = LoggerFactory.getLogger(CacheAside.class);

    private final CacheStore store;
    private final MeterRegistry meters;
    private final ConcurrentHashMap<String, CompletableFuture<Versioned<?>>> loading = new ConcurrentHashMap<>();

    CacheAside(CacheStore store, MeterRegistry meters) {
        this.store = store;
        this.meters = meters;
    }

    /** The cached value, else the loader's; what the loader throws, the caller gets, and nothing is cached. */
    public <T> T get(String key, Class<T> type, Supplier<Versioned<T>> loader) {
        try {
            var cached = store.find(key, type);
            count(cached.isPresent() ? "hit" : "miss");
            return cached.orElseGet(() -> load(key, type, loader));
        } catch (DataAccessException e) {
            away("read", e);
            return loader.get().value();
        }
    }

    /** To be called after the change to {@code version} has committed. If Redis is away, the change's event repeats it. */
    public void evict(String key, long version) {
        loading.remove(key);
        try {
            store.evict(key, version);
        } catch (DataAccessException e) {
            away("evict", e);
        }
    }

    private <T> T load(String key, Class<T> type, Supplier<Versioned<T>> loader) {
        var mine = new CompletableFuture<Versioned<?>>();
        var other = loading.putIfAbsent(key, mine);
        if (other != null) {
            return type.cast(join(other).value());
        }
        try {
            var loaded = loader.get();
            put(key, loaded);
            mine.complete(loaded);
            return loaded.value();
        } catch (RuntimeException e) {
            mine.completeExceptionally(e);
            throw e;
        } finally {
            loading.remove(key, mine);
        }
    }

    private void put(String key, Versioned<?> loaded) {
        try {
            store.put(key, loaded);
        } catch (DataAccessException e) {
            away("put", e);
        }
    }

    private static Versioned<?> join(CompletableFuture<Versioned<?>> other) {
        try {
            return other.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    private void away(String operation, DataAccessException e) {
        count("error");
        log.atDebug().addKeyValue("operation", operation).addKeyValue("cause", e.getClass().getSimpleName())
                .log("The cache is away");
    }

    private void count(String result) {
        meters.counter("ashlar.cache.requests", "result", result).increment();
    }
}
