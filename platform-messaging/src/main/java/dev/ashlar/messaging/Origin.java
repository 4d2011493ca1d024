package dev.ashlar.messaging;

import dev.ashlar.messaging.observability.RequestId;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/**
 * The request and the trace that caused some deferred work. Stored beside the work, so that its log lines can name both.
 *
 * @param traceparent W3C trace context
 */
public record Origin(@Nullable String requestId, @Nullable String traceparent) {

    /** Micrometer's name of the trace id in the logging context. */
    private static final String TRACE_ID = "traceId";
    private static final Pattern TRACEPARENT = Pattern.compile("[0-9a-f]{2}-([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}");

    /** 32 hexadecimal digits; null if there is no trace or it is malformed. */
    public @Nullable String traceId() {
        var trace = traceparent == null ? null : TRACEPARENT.matcher(traceparent);
        return trace != null && trace.matches() ? trace.group(1) : null;
    }

    /**
     * Logs a line with both ids, without a span. Malformed ids are left out, because they may come from outside. The thread must not
     * have a request or a trace of its own.
     */
    public void log(Runnable line) {
        var trace = traceId();
        try (var _ = RequestId.set(RequestId.isWellFormed(requestId) ? requestId : null)) {
            if (trace != null) {
                MDC.put(TRACE_ID, trace);
            }
            line.run();
        } finally {
            MDC.remove(TRACE_ID);
        }
    }
}
