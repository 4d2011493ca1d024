package dev.ashlar.chassis.web;

import jakarta.servlet.http.HttpServletResponse;

/**
 * The response headers of a rate limit (draft-ietf-httpapi-ratelimit-headers-10): {@code quota} requests in {@code window} seconds.
 *
 * @param policy the limit's name, of letters and hyphens
 */
public record RateLimitHeaders(String policy, long quota, long window) {

    /**
     * @param remaining requests
     * @param seconds until the quota grows again
     */
    public void write(HttpServletResponse response, long remaining, long seconds) {
        response.setHeader("RateLimit-Policy", '"' + policy + "\";q=" + quota + ";w=" + window);
        response.setHeader("RateLimit", '"' + policy + "\";r=" + remaining + ";t=" + seconds);
    }
}
