package dev.ashlar.gateway.cache;

import com.github.benmanes.caffeine.cache.Cache;
import java.time.Clock;

/**
 * What all fetches share.
 *
 * @param uncacheable the keys whose responses could not be stored. Requests for them do not wait for each other
 * @param maxEntry the greatest stored body in bytes
 */
record FetchContext(CacheStore store, CacheCounters counters, Cache<CacheKey, Boolean> uncacheable, int maxEntry,
        CaptureBudget budget, Clock clock) {}
