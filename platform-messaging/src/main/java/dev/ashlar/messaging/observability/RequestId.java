package dev.ashlar.messaging.observability;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/**
 * The id of the request that the current thread works for, as {@code request_id} in the logging context. The application's web layer
 * puts the id there, and events carry it on.
 */
public final class RequestId {

    private static final String KEY = "request_id";
    private static final Pattern WELL_FORMED = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    private RequestId() {}

    public static boolean isWellFormed(@Nullable String id) {
        return id != null && WELL_FORMED.matcher(id).matches();
    }

    /** Returns null outside of a request. */
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

    public interface Scope extends AutoCloseable {
        @Override
        void close();
    }
}
