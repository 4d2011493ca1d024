/**
 * The single entry point of the API. A request passes these steps in this order:
 * <ol>
 * <li>request id and connection timeouts: the chassis
 * <li>TLS, CORS, route and request firewall: {@code tls.TransportFilter}, {@code access.CrossOrigin}, {@code route.RouteFilter},
 * {@code firewall.FirewallFilter}
 * <li>authentication: the chassis checks access token and session
 * <li>rate limit: {@code limit.RateLimiter} charges the user or the address
 * <li>authorization: {@code access.PublicPaths} lists the paths without a session
 * <li>content type: {@code proxy.ContentTypeFilter}
 * <li>action of the route: {@code route.RouteHandler}
 * <li>body: {@code proxy.UpstreamExchange}
 * <li>circuit breaker, load balancing and retry: {@code proxy.BalancingHandler}, {@code upstream.Upstream}
 * <li>response: {@code proxy.UpstreamResponse}, or {@code proxy.UpstreamProblems} after a failure
 * </ol>
 */
@NullMarked
package dev.ashlar.gateway;

import org.jspecify.annotations.NullMarked;
