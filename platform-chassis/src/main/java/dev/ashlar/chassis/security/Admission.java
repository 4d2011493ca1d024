package dev.ashlar.chassis.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Asked once for each request on the HTTP port, when it is known who calls and before it is decided what they may do. A service
 * declares one as a bean, or none. Not asked while the session store is away: then nobody knows who calls, and the answer is 503.
 */
@FunctionalInterface
public interface Admission {

    /** Lets every request in. */
    Admission FREE = (_, _, _) -> true;

    /**
     * Whether the request goes on; if not, it has been answered.
     *
     * @param caller nobody if there was no token, or none that is valid
     */
    boolean admits(HttpServletRequest request, HttpServletResponse response, @Nullable CurrentUser caller)
            throws IOException;
}
