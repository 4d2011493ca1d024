package dev.ashlar.chassis.web;

import jakarta.servlet.http.HttpServletRequest;

/** Marks a request whose response comes from another origin, which decides about its own security and caching headers. */
public final class ForeignResponse {

    private static final String ATTRIBUTE = ForeignResponse.class.getName();

    private ForeignResponse() {}

    /** Call it before the response is committed. */
    public static void mark(HttpServletRequest request) {
        request.setAttribute(ATTRIBUTE, true);
    }

    static boolean is(HttpServletRequest request) {
        return request.getAttribute(ATTRIBUTE) != null;
    }
}
