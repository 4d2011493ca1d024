package dev.ashlar.gateway.cache;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.RemovalCause;
import com.github.benmanes.caffeine.cache.Ticker;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import org.apache.hc.core5.http.HttpRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.util.unit.DataSize;

/**
 * The stored responses, limited in bytes. Evicts what is rarely used (TinyLFU). An index finds the responses of a tag. Thread-safe.
 */
final class CacheStore {

    /** So that no caller can fill the cache with variants of one URI. */
    private static final int MAX_VARIANTS = 32;

    private final Cache<CacheKey, List<StoredResponse>> responses;
    private final Map<String, Set<CacheKey>> index = new HashMap<>();
    private final Queue<Removed> removed = new ConcurrentLinkedQueue<>();
    private final PurgeLog purges;
    private boolean storesProducts;

    private record Removed(CacheKey key, List<StoredResponse> variants) {}

    CacheStore(DataSize size, Ticker ticker) {
        this.purges = new PurgeLog(ticker);
        this.responses = Caffeine.newBuilder().maximumWeight(size.toBytes())
                .weigher((CacheKey key, List<StoredResponse> variants) -> variants.stream()
                        .mapToInt(StoredResponse::weight).sum() + key.target().length())
                .executor(Runnable::run).removalListener(this::removed).build();
    }

    /** The variant for the request that was stored last. */
    Optional<StoredResponse> find(CacheKey key, HttpRequest request) {
        var variants = responses.getIfPresent(key);
        return variants == null
                ? Optional.empty()
                : variants.stream().filter(one -> one.matches(request)).findFirst();
    }

    /** To be taken before a fetch begins. */
    synchronized PurgeLog.Ticket ticket() {
        return purges.ticket();
    }

    /** @return false if a tag of the response was purged since the fetch began */
    synchronized boolean put(CacheKey key, StoredResponse response, PurgeLog.Ticket ticket) {
        if (!purges.allows(ticket, response.tags()) || response.tags().contains(Tags.PRODUCTS) && !storesProducts) {
            return false;
        }
        var variants = new ArrayList<StoredResponse>();
        variants.add(response);
        var present = responses.getIfPresent(key);
        if (present != null) {
            present.stream().filter(one -> !one.selecting().equals(response.selecting())).limit(MAX_VARIANTS - 1L)
                    .forEach(variants::add);
        }
        variants.forEach(one -> one.tags()
                .forEach(tag -> index.computeIfAbsent(tag, _ -> new HashSet<>()).add(key)));
        responses.put(key, List.copyOf(variants));
        cleanIndex();
        return true;
    }

    /** Removes one variant. */
    synchronized void remove(CacheKey key, StoredResponse response) {
        var present = responses.getIfPresent(key);
        if (present != null) {
            var rest = present.stream().filter(one -> one != response).toList();
            if (rest.isEmpty()) {
                responses.invalidate(key);
            } else {
                responses.put(key, rest);
            }
        }
    }

    /** @return the number of responses removed */
    synchronized int purge(String tag) {
        purges.add(tag);
        var purged = 0;
        for (var key : Set.copyOf(index.getOrDefault(tag, Set.of()))) {
            for (var response : variants(key)) {
                if (response.tags().contains(tag)) {
                    remove(key, response);
                    purged++;
                }
            }
        }
        cleanIndex();
        return purged;
    }

    /** @return the number of responses removed */
    synchronized int purgeAll() {
        purges.addAll();
        var purged = entries();
        responses.invalidateAll();
        cleanIndex();
        return purged;
    }

    /**
     * Starts or stops storing responses about products. Stopping removes the stored ones. Starting refuses the responses whose fetch
     * began before, because a change may have been missed since.
     */
    synchronized int setStoresProducts(boolean stores) {
        storesProducts = stores;
        return purge(Tags.PRODUCTS);
    }

    int entries() {
        return responses.asMap().values().stream().mapToInt(List::size).sum();
    }

    long bytes() {
        return responses.policy().eviction().orElseThrow().weightedSize().orElse(0);
    }

    private List<StoredResponse> variants(CacheKey key) {
        var variants = responses.getIfPresent(key);
        return variants == null ? List.of() : variants;
    }

    /** Runs under a lock of Caffeine, so it must not wait for the lock of this store. */
    private void removed(@Nullable CacheKey key, @Nullable List<StoredResponse> variants, RemovalCause cause) {
        if (key != null && variants != null) {
            removed.add(new Removed(key, variants));
        }
    }

    /** Removes the keys of removed responses from the index, unless a present variant has the same tag. */
    private void cleanIndex() {
        for (var one = removed.poll(); one != null; one = removed.poll()) {
            var key = one.key;
            var used = variants(key).stream().flatMap(variant -> variant.tags().stream()).collect(Collectors.toSet());
            one.variants.stream().flatMap(variant -> variant.tags().stream()).filter(tag -> !used.contains(tag))
                    .forEach(tag -> index.computeIfPresent(tag, (_, keys) -> {
                        keys.remove(key);
                        return keys.isEmpty() ? null : keys;
                    }));
        }
    }
}
