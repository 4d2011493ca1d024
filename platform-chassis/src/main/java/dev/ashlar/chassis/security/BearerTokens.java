package dev.ashlar.chassis.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.server.resource.BearerTokenErrors;
import org.springframework.security.oauth2.server.resource.web.BearerTokenResolver;
import org.springframework.security.oauth2.server.resource.web.DefaultBearerTokenResolver;

/** Reads the token from the {@code Authorization} header, which a request may send once (RFC 6750). {@link OpenPaths} ignore it. */
final class BearerTokens implements BearerTokenResolver {

    private final DefaultBearerTokenResolver header = new DefaultBearerTokenResolver();
    private final List<OpenPaths> open;

    BearerTokens(List<OpenPaths> open) {
        this.open = open;
    }

    @Override
    public @Nullable String resolve(HttpServletRequest request) {
        if (Collections.list(request.getHeaders(HttpHeaders.AUTHORIZATION)).size() > 1) {
            throw new OAuth2AuthenticationException(
                    BearerTokenErrors.invalidRequest("Send the Authorization header once."));
        }
        return open.stream().anyMatch(paths -> paths.requests().matches(request)) ? null : header.resolve(request);
    }
}
