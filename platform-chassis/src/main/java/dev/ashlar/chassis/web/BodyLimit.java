package dev.ashlar.chassis.web;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/** The limit of a request's body in place of the default, for a route of a gateway. Set it in a filter of high precedence. */
public final class BodyLimit {

    private static final String ATTRIBUTE = BodyLimit.class.getName();

    private BodyLimit() {}

    /** The content type of such a body is not checked either. */
    public static void set(HttpServletRequest request, long bytes) {
        request.setAttribute(ATTRIBUTE, bytes);
    }

    static @Nullable Long of(HttpServletRequest request) {
        return (Long) request.getAttribute(ATTRIBUTE);
    }
}
