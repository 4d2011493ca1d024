package dev.ashlar.chassis.security;

import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * Requests for which the service ignores the {@code Authorization} header. So a client that still sends its expired token can
 * register, log in and refresh. Declared as a bean.
 */
public record OpenPaths(RequestMatcher requests) {}
