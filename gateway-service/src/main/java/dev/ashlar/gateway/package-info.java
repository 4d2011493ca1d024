/**
 * The single entry point of the API. A request passes these steps in this order:
 * <ol>
 * <li>request id and connection timeouts: the chassis
 * <li>TLS, CORS and request firewall: {@code tls.TransportFilter}, {@code access.CrossOrigin}, {@code firewall.FirewallFilter}
 * <li>authentication: the chassis checks access token and session
 * <li>rate limit: {@code limit.RateLimiter} charges the user or the address
 * <li>authorization: {@code access.PublicPaths} lists the paths without a session
 * <li>content type: {@code proxy.ContentTypeFilter}
 * <li>route: the table in {@code application.yml}
 * <li>body and retry: {@code proxy.UpstreamExchange}, {@code proxy.UpstreamClient}
 * <li>load balancing: {@code upstream.Upstream} chooses an instance
 * <li>response: {@code proxy.UpstreamResponse}, or {@code proxy.UpstreamProblems} after a failure
 * </ol>
 */
@NullMarked
package dev.ashlar.gateway;

import org.jspecify.annotations.NullMarked;
