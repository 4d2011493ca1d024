package dev.ashlar.chassis.web;

import jakarta.servlet.http.HttpServletResponse;

/**
 * A limit as callers are told of it: {@code quota} requests in {@code window} seconds (draft-ietf-httpapi-ratelimit-headers-10).
 *
 * @param policy the limit's name, of letters and hyphens
 */
public record RateLimit(String policy, long quota, long window) {

    /**
     * Adds {@code RateLimit-Policy} and {@code RateLimit}.
     *
     * @param remaining how much of the quota is left
     * @param seconds until there is more of it again
     */
    public void write(HttpServletResponse response, long remaining, long seconds) {
        response.setHeader("RateLimit-Policy", '"' + policy + "\";q=" + quota + ";w=" + window);
        response.setHeader("RateLimit", '"' + policy + "\";r=" + remaining + ";t=" + seconds);
    }
}
