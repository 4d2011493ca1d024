package dev.ashlar.gateway.proxy;

import dev.ashlar.gateway.upstream.InstancePermit;
import dev.ashlar.gateway.upstream.InstanceState;
import dev.ashlar.gateway.upstream.Selection;
import dev.ashlar.gateway.upstream.Timeouts;
import dev.ashlar.gateway.upstream.Upstream;
import dev.ashlar.gateway.upstream.UpstreamInstance;
import dev.ashlar.gateway.upstream.UpstreamOverloaded;
import java.time.Duration;
import org.apache.hc.client5.http.classic.ExecRuntime;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.jspecify.annotations.Nullable;

/**
 * One request to an upstream with all its attempts, and its deadlines. The thread of the request changes it. The thread of
 * {@link Deadlines} reads it, and closes the connection if the call is overdue.
 */
final class UpstreamCall {

    private static final String ATTRIBUTE = UpstreamCall.class.getName();
    private static final long NEVER = Long.MAX_VALUE;

    private final Upstream upstream;
    private final Selection selection;
    private final String client;
    private final @Nullable String host;
    private final boolean honoursIdempotencyKey;
    private final Timeouts timeouts;
    private final @Nullable Duration total;
    private final long totalDue;
    private volatile long phaseDue = NEVER;
    private volatile boolean stream;
    private volatile boolean awaitsHead;
    private volatile boolean timedOut;
    private volatile boolean abandoned;
    private volatile @Nullable InstancePermit permit;
    private volatile @Nullable ExecRuntime connection;

    /**
     * @param client the client address, for its share of the permits
     * @param host the {@code Host} header. Null: the instance's own
     * @param timeout for all attempts. Null: the total timeout of the upstream
     */
    UpstreamCall(Upstream upstream, Selection selection, String client, @Nullable String host,
            boolean honoursIdempotencyKey, @Nullable Duration timeout) {
        this.upstream = upstream;
        this.selection = selection;
        this.client = client;
        this.host = host;
        this.honoursIdempotencyKey = honoursIdempotencyKey;
        this.timeouts = upstream.settings().timeouts();
        this.total = timeout == null ? timeouts.total() : timeout;
        this.totalDue = total == null ? NEVER : System.nanoTime() + total.toNanos();
    }

    /** A call of the same kind, with new deadlines. */
    UpstreamCall again() {
        return new UpstreamCall(upstream, selection, client, host, honoursIdempotencyKey, total);
    }

    void setOn(HttpClientContext context) {
        context.setAttribute(ATTRIBUTE, this);
    }

    static UpstreamCall of(HttpClientContext context) {
        return (UpstreamCall) context.getAttribute(ATTRIBUTE);
    }

    Upstream upstream() {
        return upstream;
    }

    Selection selection() {
        return selection;
    }

    String client() {
        return client;
    }

    @Nullable
    String host() {
        return host;
    }

    boolean honoursIdempotencyKey() {
        return honoursIdempotencyKey;
    }

    /** The instance that has responded, or that was tried last. Null before the first attempt. */
    @Nullable
    UpstreamInstance instance() {
        var current = permit;
        return current == null ? null : current.instance();
    }

    /** @param retryable true: another instance may get the request if this one becomes unhealthy meanwhile */
    void startAttempt(InstancePermit next, ExecRuntime runtime, boolean retryable) {
        permit = next;
        connection = runtime;
        abandoned = false;
        awaitsHead = retryable && next.instance().state() != InstanceState.UNHEALTHY;
        phaseDue = System.nanoTime() + timeouts.connect().plus(timeouts.response()).toNanos();
    }

    /** Stops the deadlines until {@link #reading}. */
    void paused() {
        awaitsHead = false;
        phaseDue = NEVER;
    }

    /** The thread of the request waits for a part of the body. */
    void reading() {
        phaseDue = System.nanoTime() + timeouts.idle().toNanos();
    }

    /** An event stream has no total timeout, and permits of its own. */
    void convertToStream() throws UpstreamOverloaded {
        stream = true;
        var current = permit;
        if (current != null) {
            current.convertToStream();
        }
    }

    /** The response broke off. */
    void failed() {
        var current = permit;
        if (current != null) {
            current.failed();
        }
    }

    void release() {
        paused();
        var current = permit;
        if (current != null) {
            current.release();
        }
    }

    boolean timedOut() {
        return timedOut;
    }

    /** True if the instance has become unhealthy while the call waited for its response. */
    boolean abandoned() {
        return abandoned;
    }

    /** Closes the connection of an overdue call. Also of a retryable call whose instance has become unhealthy, if another is healthy. */
    void check(long now) {
        if (now - phaseDue > 0 && phaseDue != NEVER || isOverdue(now)) {
            timedOut = true;
            closeConnection();
        } else if (awaitsHead && mustLeave(instance())) {
            awaitsHead = false;
            abandoned = true;
            closeConnection();
        }
    }

    private boolean isOverdue(long now) {
        return totalDue != NEVER && !stream && now - totalDue > 0;
    }

    private boolean mustLeave(@Nullable UpstreamInstance instance) {
        return instance != null && instance.state() == InstanceState.UNHEALTHY && upstream.hasHealthyBeside(instance);
    }

    private void closeConnection() {
        var current = connection;
        if (current != null) {
            current.discardEndpoint();
        }
    }
}
