package dev.ashlar.messaging;

import dev.ashlar.messaging.observability.RequestId;
import io.micrometer.tracing.Span;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.propagation.Propagator;
import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Carries the W3C trace context and the request id from one thread to another, in headers or in a row. */
public final class TraceContext {

    private final Tracer tracer;
    private final Propagator propagator;

    TraceContext(Tracer tracer, Propagator propagator) {
        this.tracer = tracer;
        this.propagator = propagator;
    }

    /** Adds {@code traceparent} to the headers if the current thread has a trace. */
    public void inject(Map<String, String> headers) {
        var context = tracer.currentTraceContext().context();
        if (context != null) {
            propagator.inject(context, headers, (carrier, key, value) -> carrier.put(key, value));
        }
    }

    /** The request and the trace of the current thread, to be stored beside deferred work. */
    public Origin origin() {
        var headers = new HashMap<String, String>();
        inject(headers);
        return new Origin(RequestId.current(), headers.get(EventHeaders.TRACEPARENT));
    }

    /** Does deferred work in a span of its own, within the request and the trace that caused the work. */
    public void resume(Origin origin, String name, Runnable work) {
        resume(origin.requestId(), name,
                header -> header.equals(EventHeaders.TRACEPARENT) ? origin.traceparent() : null, work);
    }

    /** Does the work in a span that is a child of the span in the headers. */
    public void resume(@Nullable String requestId, String name, UnaryOperator<@Nullable String> headers,
            Runnable work) {
        var span = propagator.extract(headers, (carrier, key) -> carrier.apply(key)).name(name)
                .kind(Span.Kind.CONSUMER).start();
        try (var _ = RequestId.set(requestId); var _ = tracer.withSpan(span)) {
            work.run();
        } catch (RuntimeException e) {
            span.error(e);
            throw e;
        } finally {
            span.end();
        }
    }
}
