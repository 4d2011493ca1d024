package dev.ashlar.gateway.capacity;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** A number of places. One client gets three quarters of them at most, so that no client shuts out all others. */
public final class Capacity {

    private final int places;
    private final int share;
    private final AtomicInteger taken = new AtomicInteger();
    private final Map<String, Integer> byClient = new ConcurrentHashMap<>();

    public Capacity(int places) {
        this.places = places;
        this.share = places - places / 4;
    }

    /** @return whether the client got a place */
    public boolean take(String client) {
        var got = byClient.merge(client, 1, Integer::sum) <= share
                && taken.getAndUpdate(n -> n < places ? n + 1 : n) < places;
        if (!got) {
            forget(client);
        }
        return got;
    }

    public void giveBack(String client) {
        taken.decrementAndGet();
        forget(client);
    }

    public int taken() {
        return taken.get();
    }

    public boolean isFull() {
        return taken() >= places;
    }

    private void forget(String client) {
        byClient.computeIfPresent(client, (_, count) -> count == 1 ? null : count - 1);
    }
}
