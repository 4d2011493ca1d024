package dev.ashlar.gateway.route;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Component;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/** All routes in their sequence. Thread-safe. */
@Component
public final class RouteTable {

    /** Paths that the gateway itself serves. No route may take them, whatever its pattern. */
    private static final List<PathPattern> OWN = List
            .of("/", "/error", "/health/**", "/openapi.json", "/swagger-ui/**", "/console/**", "/actuator/**",
                    "/api/v1/gateway/**", "/api/v1/system/**")
            .stream().map(PathPatternParser.defaultInstance::parse).toList();

    private volatile List<Route> routes = List.of();

    /** Replaces all routes at once. */
    public void replace(List<Route> next) {
        routes = List.copyOf(next);
    }

    public List<Route> routes() {
        return routes;
    }

    @Nullable
    RouteMatch match(HttpServletRequest request, PathContainer path) {
        for (var pattern : OWN) {
            if (pattern.matches(path)) {
                return null;
            }
        }
        for (var route : routes) {
            var pattern = route.match().pattern(path);
            if ((pattern != null || route.match().paths().isEmpty()) && route.match().allows(request)) {
                return new RouteMatch(route, pattern, path);
            }
        }
        return null;
    }
}
