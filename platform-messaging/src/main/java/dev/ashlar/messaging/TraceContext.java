package dev.ashlar.messaging;

import io.micrometer.tracing.Span;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.propagation.Propagator;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Takes the W3C trace context out of the current thread and into another one, by way of headers. */
public final class TraceContext {

    private static final String TRACEPARENT = "traceparent";

    private final Tracer tracer;
    private final Propagator propagator;

    TraceContext(Tracer tracer, Propagator propagator) {
        this.tracer = tracer;
        this.propagator = propagator;
    }

    /** Adds {@code traceparent} to the headers if a trace is under way. */
    public void inject(Map<String, String> headers) {
        var context = tracer.currentTraceContext().context();
        if (context != null) {
            propagator.inject(context, headers, (carrier, key, value) -> carrier.put(key, value));
        }
    }

    /** The request and the trace of the current thread, to be kept beside work that waits. */
    public Origin origin() {
        var headers = new HashMap<String, String>();
        inject(headers);
        return new Origin(RequestId.current(), headers.get(TRACEPARENT));
    }

    /** Does work that has waited, in the request and the trace that it came from. */
    public void resume(Origin origin, String name, Runnable work) {
        try (var _ = RequestId.set(origin.requestId())) {
            inSpan(name, Span.Kind.CONSUMER,
                    header -> header.equals(TRACEPARENT) ? origin.traceparent() : null, work);
        }
    }

    /** Runs the work in a span of its own, the child of the one that the headers name. */
    public void inSpan(String name, Span.Kind kind, Function<String, @Nullable String> headers, Runnable work) {
        var span = propagator.extract(headers, (carrier, key) -> carrier.apply(key)).name(name).kind(kind).start();
        try (var _ = tracer.withSpan(span)) {
            work.run();
        } catch (RuntimeException e) {
            span.error(e);
            throw e;
        } finally {
            span.end();
        }
    }
}
