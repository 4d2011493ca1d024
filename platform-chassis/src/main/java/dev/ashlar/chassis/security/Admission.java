package dev.ashlar.chassis.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Decides once for each request on the HTTP port, after authentication and before authorization, whether the request goes on. A
 * service declares at most one such bean. If the session store is unavailable, the response is 503 without this call.
 */
@FunctionalInterface
public interface Admission {

    /** Admits every request. */
    Admission FREE = (_, _, _) -> true;

    /**
     * @param user null without a valid token
     * @return false if this method has written the response
     */
    boolean admits(HttpServletRequest request, HttpServletResponse response, @Nullable CurrentUser user)
            throws IOException;
}
