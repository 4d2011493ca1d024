package dev.ashlar.gateway.upstream;

import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;

/** A request's place at an instance, to be left when the response is read, or has failed. */
public final class Place {

    private static final Runnable LEFT = () -> {};

    private final Upstream upstream;
    private final Instance instance;
    private final String client;
    private final AtomicReference<Runnable> leave;

    Place(Upstream upstream, Instance instance, String client, Runnable leave) {
        this.upstream = upstream;
        this.instance = instance;
        this.client = client;
        this.leave = new AtomicReference<>(leave);
    }

    public Instance instance() {
        return instance;
    }

    /** May be called again: a place is left once. */
    public void leave() {
        Objects.requireNonNull(leave.getAndSet(LEFT)).run();
    }

    /** Exchanges the place for one among the event streams, which last. */
    public void becomeStream() throws Overloaded {
        var streams = upstream.enterStreams(client);
        leave();
        leave.set(streams);
    }
}
