package dev.ashlar.gateway.cache;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The fetches in progress, so that concurrent misses of a key cause one request to the origin. */
final class Flights {

    private final ConcurrentMap<CacheKey, Flight> flights = new ConcurrentHashMap<>();

    /** A fetch whose response other requests wait for. */
    final class Flight {

        private final CacheKey key;
        private final CompletableFuture<Boolean> stored = new CompletableFuture<>();

        private Flight(CacheKey key) {
            this.key = key;
        }

        /** The first call decides. */
        void end(boolean isStored) {
            flights.remove(key, this);
            stored.complete(isStored);
        }

        /** @return true if another wait for the key can be useful: the fetch ended in time, but nothing was stored */
        boolean await(Duration timeout) {
            try {
                return !stored.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
                return false;
            } catch (TimeoutException | ExecutionException _) {
                return false;
            }
        }
    }

    /** A new flight. Empty if one for the key is in progress. */
    Optional<Flight> begin(CacheKey key) {
        var flight = new Flight(key);
        return flights.putIfAbsent(key, flight) == null ? Optional.of(flight) : Optional.empty();
    }

    Optional<Flight> inProgress(CacheKey key) {
        return Optional.ofNullable(flights.get(key));
    }
}
