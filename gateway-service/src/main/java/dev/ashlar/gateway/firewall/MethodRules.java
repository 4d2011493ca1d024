package dev.ashlar.gateway.firewall;

import java.util.List;
import java.util.Set;

/** Methods that no resource of this API supports. Each resource checks the supported methods itself. */
final class MethodRules {

    private static final Set<String> KNOWN = Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

    /** The paths that the gateway and its services own. Additional routes may support more methods. */
    private static final List<String> OWN = List.of("/api/", "/.well-known/", "/media/", "/health", "/openapi.json",
            "/swagger-ui", "/console");

    static final FirewallRule METHOD = new FirewallRule("method-enforcement",
            "A method that no resource supports (CRS 911)",
            request -> !KNOWN.contains(request.method()) && isOwn(request.path()), Refusal.UNKNOWN_METHOD);

    private MethodRules() {}

    private static boolean isOwn(String path) {
        return path.equals("/") || OWN.stream().anyMatch(path::startsWith);
    }
}
