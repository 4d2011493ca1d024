package dev.ashlar.gateway.firewall;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import dev.ashlar.gateway.firewall.FirewallProperties.BlockedClientsLimits;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/** Blocks a client address for a while after too many refusals. Remembers a bounded number of addresses. Thread-safe. */
final class BlockedClients {

    private final BlockedClientsLimits limits;
    private final Ticker ticker;
    private final Cache<String, AtomicInteger> refusals;
    private final Cache<String, Long> blockedSince;

    /** @param ticker nanoseconds, for tests */
    BlockedClients(BlockedClientsLimits limits, Ticker ticker) {
        this.limits = limits;
        this.ticker = ticker;
        this.refusals = Caffeine.newBuilder().ticker(ticker).expireAfterWrite(limits.window())
                .maximumSize(limits.addresses()).build();
        this.blockedSince = Caffeine.newBuilder().ticker(ticker).expireAfterWrite(limits.duration())
                .maximumSize(limits.addresses()).build();
    }

    void refused(String address) {
        if (refusals.get(address, _ -> new AtomicInteger()).incrementAndGet() >= limits.refusals()) {
            blockedSince.put(address, ticker.read());
            refusals.invalidate(address);
        }
    }

    /** Spares the look-up of an address while no client is blocked. */
    boolean isEmpty() {
        return blockedSince.asMap().isEmpty();
    }

    /** @return the seconds until the block ends, rounded up; 0 if the address is not blocked */
    long secondsLeft(String address) {
        var since = blockedSince.getIfPresent(address);
        if (since == null) {
            return 0;
        }
        var left = limits.duration().minusNanos(ticker.read() - since);
        return Math.max(1, left.plus(Duration.ofNanos(999_999_999)).toSeconds());
    }
}
