package dev.ashlar.chassis.observability;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/**
 * The id of the request that the current thread handles. It stands in the logging context (MDC), so each log line shows it, and the
 * messaging block adds it to events.
 */
public final class RequestId {

    /** The header of requests and responses. */
    public static final String HEADER = "X-Request-Id";

    private static final String KEY = "request_id";
    private static final Pattern WELL_FORMED = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    private RequestId() {}

    /** True if the platform accepts this id from a client. */
    public static boolean isWellFormed(@Nullable String id) {
        return id != null && WELL_FORMED.matcher(id).matches();
    }

    /** The current id; null outside a request. */
    public static @Nullable String current() {
        return MDC.get(KEY);
    }

    /** Sets the id of the current thread until the scope is closed. */
    public static Scope set(@Nullable String id) {
        if (id != null) {
            MDC.put(KEY, id);
        }
        return () -> MDC.remove(KEY);
    }

    /** Removes the id on close. */
    public interface Scope extends AutoCloseable {
        @Override
        void close();
    }
}
