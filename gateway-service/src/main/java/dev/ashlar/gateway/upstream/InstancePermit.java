package dev.ashlar.gateway.upstream;

import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;

/** Permits one request in flight to an instance. Release it when the response is complete or has failed. */
public final class InstancePermit {

    private static final Runnable RELEASED = () -> {};

    private final Upstream upstream;
    private final UpstreamInstance instance;
    private final String client;
    private final AtomicReference<Runnable> release;

    InstancePermit(Upstream upstream, UpstreamInstance instance, String client, Runnable release) {
        this.upstream = upstream;
        this.instance = instance;
        this.client = client;
        this.release = new AtomicReference<>(release);
    }

    public UpstreamInstance instance() {
        return instance;
    }

    /** The instance has responded without a fault of its own. */
    public void succeeded(long latencyNanos) {
        instance.responded(latencyNanos);
        instance.outlier().succeeded();
    }

    /** The connection failed, the response was late, or the status is 5xx. */
    public void failed() {
        upstream.failed(instance);
    }

    /** Can be called more than once. */
    public void release() {
        Objects.requireNonNull(release.getAndSet(RELEASED)).run();
    }

    /** Exchanges the permit for one of the event streams, because they last long. */
    public void convertToStream() throws UpstreamOverloaded {
        var streams = upstream.acquireStream(client);
        release();
        release.set(streams);
    }
}
