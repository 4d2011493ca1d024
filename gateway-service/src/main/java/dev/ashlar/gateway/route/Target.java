package dev.ashlar.gateway.route;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;

/** The share of a route that a request goes to. */
public final class Target {

    private static final String ATTRIBUTE = Target.class.getName();

    private Target() {}

    static void set(HttpServletRequest request, Action.Share share) {
        request.setAttribute(ATTRIBUTE, share);
    }

    /** Only for requests that are forwarded. */
    public static Action.Share of(HttpServletRequest request) {
        return (Action.Share) Objects.requireNonNull(request.getAttribute(ATTRIBUTE));
    }
}
