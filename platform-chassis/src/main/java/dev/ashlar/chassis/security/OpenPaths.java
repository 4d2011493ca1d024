package dev.ashlar.chassis.security;

import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * Requests that need no session and for which no token is even looked at: a client that sends its expired token along must still be
 * able to register, to log in and to refresh. Declared as a bean.
 */
public record OpenPaths(RequestMatcher requests) {}
