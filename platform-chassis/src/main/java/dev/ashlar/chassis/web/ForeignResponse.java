package dev.ashlar.chassis.web;

import dev.ashlar.chassis.connection.CompressionRules;
import jakarta.servlet.http.HttpServletRequest;

/** Marks a request whose response comes from another origin, which decides itself about compression, security and caching. */
public final class ForeignResponse {

    private static final String ATTRIBUTE = ForeignResponse.class.getName();

    private ForeignResponse() {}

    /** Call it before the response is committed. */
    public static void mark(HttpServletRequest request) {
        request.setAttribute(ATTRIBUTE, true);
        CompressionRules.leaveUnchanged(request);
    }

    static boolean is(HttpServletRequest request) {
        return request.getAttribute(ATTRIBUTE) != null;
    }
}
