package dev.ashlar.gateway.cache;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.atomic.LongAdder;

/** Counts since the start of this gateway. */
final class CacheCounters {

    private final MeterRegistry meters;
    private final LongAdder hits = new LongAdder();
    private final LongAdder misses = new LongAdder();
    private final LongAdder staleHits = new LongAdder();
    private final LongAdder collapsed = new LongAdder();
    private final LongAdder purged = new LongAdder();

    CacheCounters(MeterRegistry meters, CacheStore store) {
        this.meters = meters;
        Gauge.builder("ashlar.edge.cache.entries", store, CacheStore::entries)
                .description("Responses in the edge cache").register(meters);
        Gauge.builder("ashlar.edge.cache.size", store, CacheStore::bytes).baseUnit("bytes")
                .description("Memory that the responses in the edge cache use").register(meters);
    }

    void count(CacheKey key, CacheStatus status) {
        (switch (status) {
            case HIT, VALIDATED -> hits;
            case STALE -> staleHits;
            case COLLAPSED -> collapsed;
            case STORED, MISS, REPLACED, NOT_REPLACED, BYPASS -> misses;
        }).increment();
        Counter.builder("ashlar.edge.cache.requests").tag("route", key.route()).tag("result", status.tag())
                .description("Requests to routes with an edge cache").register(meters).increment();
    }

    void purged(int count) {
        purged.add(count);
    }

    CacheFigures figures(CacheStore store) {
        return new CacheFigures(store.entries(), store.bytes(), hits.sum() + collapsed.sum(), misses.sum(),
                staleHits.sum(), collapsed.sum(), purged.sum());
    }
}
