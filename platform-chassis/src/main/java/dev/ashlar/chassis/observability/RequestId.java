package dev.ashlar.chassis.observability;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/**
 * The id of the request that the current thread works for: on every log line. It is in the logging context, where the messaging block
 * finds it for the events that the request causes.
 */
public final class RequestId {

    /** Its header on requests and answers. */
    public static final String HEADER = "X-Request-Id";

    private static final String KEY = "request_id";
    private static final Pattern WELL_FORMED = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    private RequestId() {}

    /** Whether an id that came from outside may be taken over. */
    public static boolean isWellFormed(@Nullable String id) {
        return id != null && WELL_FORMED.matcher(id).matches();
    }

    /** The current id, null outside of any request. */
    public static @Nullable String current() {
        return MDC.get(KEY);
    }

    /** Sets the id of the current thread until the answer is closed. */
    public static Scope set(@Nullable String id) {
        if (id != null) {
            MDC.put(KEY, id);
        }
        return () -> MDC.remove(KEY);
    }

    /** Ends what {@link #set} began. */
    public interface Scope extends AutoCloseable {
        @Override
        void close();
    }
}
