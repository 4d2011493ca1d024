package dev.ashlar.gateway.route;

import dev.ashlar.chassis.web.BodyLimit;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ServletRequestPathUtils;

/** Finds the route before all rules that depend on it, and before CORS. The firewall of the chassis still rejects an ambiguous path. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 5)
final class RouteFilter extends OncePerRequestFilter {

    /** For the operator's routes without {@code body-limit}. */
    private static final long DEFAULT_BYTES = 10 * 1_024 * 1_024L;

    private final RouteTable routes;

    RouteFilter(RouteTable routes) {
        this.routes = routes;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var path = ServletRequestPathUtils.parseAndCache(request).pathWithinApplication();
        var match = routes.match(request, path);
        if (match != null) {
            match.setOn(request);
            setBodyLimit(request, match.route());
        }
        chain.doFilter(RouteMatch.isForeign(request) ? new ForeignRequest(request) : request, response);
    }

    private static void setBodyLimit(HttpServletRequest request, Route route) {
        var limit = route.bodyLimit();
        if (limit != null || !route.builtIn()) {
            BodyLimit.set(request, limit == null ? DEFAULT_BYTES : limit);
        }
    }
}
