package dev.ashlar.gateway.configuration;

import dev.ashlar.gateway.route.Action;
import dev.ashlar.gateway.route.Route;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.springframework.http.server.PathContainer;

/** Finds redirects to paths of this gateway that lead back to themselves. */
final class RedirectCycles {

    private RedirectCycles() {}

    /** @throws ConfigurationRefused if a client that follows the redirects of this route never arrives */
    static void check(Section section, Route start, List<Route> routes) {
        var visited = new HashSet<Route>();
        var route = Optional.of(start);
        while (route.isPresent() && route.get().action() instanceof Action.Redirect redirect) {
            if (!visited.add(route.get())) {
                throw section.refuse("redirect",
                        "The redirect leads back to the route '%s'. Change 'to'.".formatted(route.get().id()));
            }
            var to = redirect.to();
            if (to.getHost() != null || to.getRawPath() == null) {
                return;
            }
            var path = PathContainer.parsePath(to.getRawPath());
            route = routes.stream()
                    .filter(one -> one.match().paths().isEmpty()
                            || one.match().paths().stream().anyMatch(pattern -> pattern.matches(path)))
                    .findFirst();
        }
    }
}
