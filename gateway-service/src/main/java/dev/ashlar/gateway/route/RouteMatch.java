package dev.ashlar.gateway.route;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;

/**
 * The route of a request. Access rules, limits and the proxy all use this one decision.
 *
 * @param pattern the pattern that matched. Null for a default route
 */
public record RouteMatch(Route route, @Nullable PathPattern pattern, PathContainer path) {

    private static final String ATTRIBUTE = RouteMatch.class.getName();

    /** Empty if no route matches: the path belongs to the gateway itself, or is unknown. */
    public static Optional<RouteMatch> of(HttpServletRequest request) {
        return Optional.ofNullable((RouteMatch) request.getAttribute(ATTRIBUTE));
    }

    /** True if the request belongs to a route of the operator. The rules of the platform's API do not apply to it. */
    public static boolean isForeign(HttpServletRequest request) {
        return request.getAttribute(ATTRIBUTE) instanceof RouteMatch match && !match.route.builtIn();
    }

    void setOn(HttpServletRequest request) {
        request.setAttribute(ATTRIBUTE, this);
    }

    /** The variables of the path pattern, such as {@code id}. */
    public Map<String, String> variables() {
        var info = pattern == null ? null : pattern.matchAndExtract(path);
        return info == null ? Map.of() : info.getUriVariables();
    }
}
