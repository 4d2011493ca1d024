package dev.ashlar.messaging;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/**
 * The request and the trace that caused work which waits in a table, so that the log lines of that work tell both.
 *
 * @param traceparent W3C trace context
 */
public record Origin(@Nullable String requestId, @Nullable String traceparent) {

    /** The name under which Micrometer puts the trace into the logging context. */
    private static final String TRACE = "traceId";
    private static final Pattern TRACEPARENT = Pattern.compile("[0-9a-f]{2}-([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}");

    /**
     * Logs with the ids of the request and the trace, on a thread that works for no other and where a span would say nothing. Ids
     * that are malformed are left out: they may come from outside.
     */
    public void log(Runnable line) {
        var trace = traceparent == null ? null : TRACEPARENT.matcher(traceparent);
        try (var _ = RequestId.set(RequestId.isWellFormed(requestId) ? requestId : null)) {
            if (trace != null && trace.matches()) {
                MDC.put(TRACE, trace.group(1));
            }
            line.run();
        } finally {
            MDC.remove(TRACE);
        }
    }
}
