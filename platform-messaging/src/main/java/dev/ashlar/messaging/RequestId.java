package dev.ashlar.messaging;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/**
 * The id of the request that the current thread works for, in the logging context as {@code request_id}. Whoever serves HTTP puts it
 * there; messaging carries it on.
 */
final class RequestId {

    private static final String KEY = "request_id";
    private static final Pattern WELL_FORMED = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    private RequestId() {}

    /** Whether an id that came from outside may be taken over. */
    static boolean isWellFormed(@Nullable String id) {
        return id != null && WELL_FORMED.matcher(id).matches();
    }

    /** The current id, null outside of any request. */
    static @Nullable String current() {
        return MDC.get(KEY);
    }

    /** Sets the id of the current thread until the answer is closed. */
    static Scope set(@Nullable String id) {
        if (id != null) {
            MDC.put(KEY, id);
        }
        return () -> MDC.remove(KEY);
    }

    /** Ends what {@link #set} began. */
    interface Scope extends AutoCloseable {
        @Override
        void close();
    }
}
