package dev.ashlar.gateway.route;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/** The share of a route that a request goes to. */
public final class Target {

    private static final String ATTRIBUTE = Target.class.getName();

    private Target() {}

    static void set(HttpServletRequest request, Action.Share share) {
        request.setAttribute(ATTRIBUTE, share);
    }

    public static Optional<Action.Share> of(HttpServletRequest request) {
        return Optional.ofNullable((Action.Share) request.getAttribute(ATTRIBUTE));
    }
}
