package dev.ashlar.chassis.security;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.core.env.Environment;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** Matches the requests on the management port. Reads the port once, since a look-up in the environment is slow. */
final class ManagementPort implements RequestMatcher {

    private static final int UNKNOWN = -1;

    private final Environment environment;
    private volatile int port = UNKNOWN;

    ManagementPort(Environment environment) {
        this.environment = environment;
    }

    /** The port is unknown until the management server has started, so before that no request can be on it. */
    @Override
    public boolean matches(HttpServletRequest request) {
        if (port == UNKNOWN) {
            port = environment.getProperty("local.management.port", Integer.class, UNKNOWN);
        }
        return request.getLocalPort() == port;
    }
}
