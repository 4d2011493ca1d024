package dev.ashlar.gateway.cache;

/**
 * The state of the edge cache of this gateway. Counts begin at its start.
 *
 * @param bytes the memory for the responses
 * @param hits responses from the cache, fresh or just confirmed by the origin
 * @param staleHits stale responses from the cache
 * @param collapsed the hits that waited for the fetch of another request
 * @param purged responses removed before their end
 */
public record CacheFigures(int entries, long bytes, long hits, long misses, long staleHits, long collapsed,
        long purged) {}
