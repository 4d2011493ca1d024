package dev.ashlar.gateway.cache;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.RemovalCause;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * Remembers purges, so that a response whose fetch began before a purge is not stored after it. The caller synchronizes.
 */
final class PurgeLog {

    private static final Duration KEPT = Duration.ofMinutes(10);
    /** About 20 MiB. Each successful unsafe request may add a tag. */
    private static final long MAX_TAGS = 100_000;
    /** A fetch that takes longer is not stored, because the log may have forgotten a purge. */
    private static final long LONGEST_FETCH_NANOS = KEPT.dividedBy(2).toNanos();

    private final Ticker ticker;
    private final Cache<String, Long> purges;
    private long count;
    private long purgedAll = -1;
    /** The last purge that was forgotten because there were too many. */
    private long forgotten = -1;

    /** The moment when a fetch began. */
    record Ticket(long count, long nanos) {}

    PurgeLog(Ticker ticker) {
        this.ticker = ticker;
        this.purges = Caffeine.newBuilder().ticker(ticker).expireAfterWrite(KEPT).maximumSize(MAX_TAGS)
                .executor(Runnable::run).evictionListener(this::forget).build();
    }

    private void forget(@Nullable String tag, @Nullable Long at, RemovalCause cause) {
        if (cause == RemovalCause.SIZE && at != null) {
            forgotten = Math.max(forgotten, at);
        }
    }

    Ticket ticket() {
        return new Ticket(count, ticker.read());
    }

    void add(String tag) {
        purges.put(tag, count++);
    }

    void addAll() {
        purgedAll = count++;
    }

    boolean allows(Ticket ticket, Collection<String> tags) {
        return Math.max(purgedAll, forgotten) < ticket.count && ticker.read() - ticket.nanos < LONGEST_FETCH_NANOS
                && tags.stream().map(purges::getIfPresent).noneMatch(at -> at != null && at >= ticket.count);
    }
}
