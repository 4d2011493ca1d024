package dev.ashlar.gateway.cache;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.core5.http.HttpHeaders;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A shared cache for public responses to GET and HEAD (RFC 9111). It stands above the load balancer, so a hit needs no instance.
 * Access rules and limits apply before it. Thread-safe.
 */
public final class EdgeCache implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(EdgeCache.class);
    private static final Duration UNCACHEABLE_FOR = Duration.ofMinutes(1);
    private static final long UNCACHEABLE_KEYS = 10_000;
    private static final int MAX_WAITS = 3;
    /** Of the size of the cache, for the bodies that it copies at the same time. */
    private static final int BUDGET_FRACTION = 4;

    private final CacheStore store;
    private final CacheCounters counters;
    private final FetchContext context;
    private final Duration collapseTimeout;
    private final Clock clock;
    private final Flights flights = new Flights();
    private final ExecutorService refreshes = Executors.newVirtualThreadPerTaskExecutor();

    EdgeCache(CacheProperties properties, MeterRegistry meters, Clock clock, Ticker ticker) {
        this.store = new CacheStore(properties.size(), ticker);
        this.counters = new CacheCounters(meters, store);
        this.context = new FetchContext(store, counters, Caffeine.newBuilder().maximumSize(UNCACHEABLE_KEYS)
                .expireAfterWrite(UNCACHEABLE_FOR).ticker(ticker).build(),
                Math.toIntExact(properties.maxEntry().toBytes()),
                new CaptureBudget(properties.size().toBytes() / BUDGET_FRACTION), clock);
        this.collapseTimeout = properties.collapseTimeout();
        this.clock = clock;
    }

    /**
     * Responds from the cache, or forwards the request and stores the response if that is allowed.
     *
     * @param request GET or HEAD without a body
     * @throws NotInCache if the request is only for the cache, which has no response
     */
    public <E> E exchange(CacheKey key, HttpUriRequestBase request, Origin<E> origin) throws IOException {
        if (Conditions.areForTheOrigin(request) || request.getEntity() != null) {
            var exchange = origin.send(request);
            CacheStatus.BYPASS.addTo(origin.response(exchange));
            counters.count(key, CacheStatus.BYPASS);
            return exchange;
        }
        var last = false;
        for (var waits = 0;; waits++) {
            var stored = store.find(key, request);
            var answer = answer(key, request, origin, stored, waits > 0);
            if (answer.isPresent()) {
                return answer.get();
            }
            if (Reuse.demands(request).has("only-if-cached")) {
                throw new NotInCache();
            }
            if (last || waits == MAX_WAITS || !mayCollapse(key, request, stored)) {
                return fetch(key, request, origin, stored, Optional.empty());
            }
            var flight = flights.begin(key);
            if (flight.isPresent()) {
                return lead(key, request, origin, flight.get());
            }
            last = flights.inProgress(key).filter(one -> !one.await(collapseTimeout)).isPresent();
        }
    }

    /**
     * Forwards a request without the cache. An unsafe request makes stored responses invalid.
     *
     * @param host the {@code Host} header of the client
     */
    public <E> E forward(String host, String target, HttpUriRequestBase request, Origin<E> origin)
            throws IOException {
        var exchange = origin.send(request);
        if (!Invalidation.isSafe(request.getMethod())) {
            Invalidation.tags(List.of(host, origin.host(exchange)), target, origin.response(exchange))
                    .forEach(tag -> counters.purged(store.purge(tag)));
        }
        return exchange;
    }

    /** Another request may have stored a response since the search, so the cache is searched again. */
    private <E> E lead(CacheKey key, HttpUriRequestBase request, Origin<E> origin, Flights.Flight flight)
            throws IOException {
        var stored = store.find(key, request);
        if (stored.isPresent() && Reuse.of(stored.get(), request, clock.instant()) == Reuse.YES) {
            flight.end(true);
            return answer(key, request, origin, stored.get(), CacheStatus.HIT);
        }
        return fetch(key, request, origin, stored, Optional.of(flight));
    }

    private <E> Optional<E> answer(CacheKey key, HttpUriRequestBase request, Origin<E> origin,
            Optional<StoredResponse> stored, boolean waited) {
        if (stored.isEmpty()) {
            return Optional.empty();
        }
        var response = stored.get();
        var now = clock.instant();
        return switch (Reuse.of(response, request, now)) {
            case YES -> {
                var fresh = response.freshness().remaining(response.received(), now).isPositive();
                var hit = waited ? CacheStatus.COLLAPSED : CacheStatus.HIT;
                yield Optional.of(answer(key, request, origin, response, fresh ? hit : CacheStatus.STALE));
            }
            case WHILE_REVALIDATING -> {
                refresh(key, request, origin, response);
                yield Optional.of(answer(key, request, origin, response, CacheStatus.STALE));
            }
            case AFTER_VALIDATION -> Optional.empty();
        };
    }

    private <E> E answer(CacheKey key, HttpUriRequestBase request, Origin<E> origin, StoredResponse stored,
            CacheStatus status) {
        counters.count(key, status);
        return origin.stored(CacheAnswer.of(stored, request, status, clock.instant()));
    }

    private <E> E fetch(CacheKey key, HttpUriRequestBase request, Origin<E> origin, Optional<StoredResponse> stored,
            Optional<Flights.Flight> flight) throws IOException {
        return new Fetch<>(context, key, request, origin, stored.orElse(null), flight.orElse(null)).run();
    }

    /** In the background, once at a time for each key. */
    private <E> void refresh(CacheKey key, HttpUriRequestBase request, Origin<E> origin, StoredResponse stale) {
        flights.begin(key).ifPresent(flight -> {
            var copy = Validation.unconditional(request);
            refreshes.execute(() -> {
                try {
                    var exchange = fetch(key, copy, origin, Optional.of(stale), Optional.of(flight));
                    try {
                        origin.read(exchange);
                    } finally {
                        origin.close(exchange);
                    }
                } catch (IOException | RuntimeException e) {
                    log.atDebug().setCause(e).addKeyValue("target", key.target())
                            .log("A stale response could not be refreshed");
                } finally {
                    flight.end(false);
                }
            });
        });
    }

    /** Only a response for any client is worth waiting for. */
    private boolean mayCollapse(CacheKey key, HttpUriRequestBase request, Optional<StoredResponse> stored) {
        var validates = stored.filter(StoredResponse::hasValidator).isPresent();
        return request.getMethod().equals("GET") && context.uncacheable().getIfPresent(key) == null
                && (validates || !Conditions.isPresent(request) && !request.containsHeader(HttpHeaders.RANGE))
                && stored.filter(one -> one.policy().alwaysValidates()).isEmpty()
                && !Reuse.demands(request).has("no-store") && !Reuse.demands(request).has("no-cache");
    }

    public void purgeSurrogateKey(String surrogateKey) {
        counters.purged(store.purge(Tags.surrogateKey(surrogateKey)));
    }

    /** @param path encoded, without the query. Purges the responses to all queries */
    public void purgePath(String path) {
        counters.purged(store.purge(Tags.path(path)));
    }

    public void purgeAll() {
        counters.purged(store.purgeAll());
    }

    /** False while this gateway does not hear of changed products: then it stores no responses about them. */
    public void setStoresProducts(boolean stores) {
        counters.purged(store.setStoresProducts(stores));
    }

    public CacheFigures figures() {
        return counters.figures(store);
    }

    @Override
    public void close() {
        refreshes.shutdownNow();
    }
}
