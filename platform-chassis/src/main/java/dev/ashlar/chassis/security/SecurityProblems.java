package dev.ashlar.chassis.security;

import dev.ashlar.chassis.web.ClientAddress;
import dev.ashlar.chassis.web.Problems;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.server.resource.BearerTokenError;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;

/**
 * The problem documents of authentication and authorization (RFC 6750): 401 without a valid token, 403 without the role, 503 if the
 * session store is unavailable.
 */
final class SecurityProblems implements AuthenticationEntryPoint, AccessDeniedHandler {

    private static final String NO_TOKEN = "Sign in with POST /api/v1/sessions, then send the header "
            + "Authorization: Bearer <access_token>. Check the path too: an unknown path gives this response as well.";
    private static final String INVALID_TOKEN = "The access token is invalid, expired or revoked. Get a new one with "
            + "POST /api/v1/sessions/refresh, or sign in again with POST /api/v1/sessions.";

    private final Problems problems;
    private final Admission admission;

    SecurityProblems(Problems problems, Admission admission) {
        this.problems = problems;
        this.admission = admission;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException e)
            throws IOException {
        switch (e) {
            case SessionStoreUnavailable _ -> {
                response.setHeader(HttpHeaders.RETRY_AFTER, "1");
                problems.write(request, response, HttpStatus.SERVICE_UNAVAILABLE,
                        "Sessions can't be checked now; try again.");
            }
            case OAuth2AuthenticationException invalid -> {
                // The request has not reached AdmissionFilter.
                if (admission.admits(request, response, null)) {
                    invalidToken(request, response, invalid);
                }
            }
            default -> {
                response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
                problems.write(request, response, HttpStatus.UNAUTHORIZED, NO_TOKEN);
            }
        }
    }

    private void invalidToken(HttpServletRequest request, HttpServletResponse response, OAuth2AuthenticationException e)
            throws IOException {
        if (e.getError() instanceof BearerTokenError error && error.getHttpStatus() == HttpStatus.BAD_REQUEST) {
            problems.write(request, response, HttpStatus.BAD_REQUEST, error.getDescription());
            return;
        }
        SecurityEvent.TOKEN_REFUSED.line()
                .addKeyValue("reason", e instanceof InvalidToken token ? token.reason() : "malformed")
                .addKeyValue("address", ClientAddress.of(request)).log();
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer error=\"invalid_token\"");
        problems.write(request, response, HttpStatus.UNAUTHORIZED, INVALID_TOKEN);
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException e)
            throws IOException {
        var user = CurrentUser.of(request);
        if (user != null) {
            SecurityEvent.ACCESS_DENIED.line(user, request).log();
        }
        problems.write(request, response, HttpStatus.FORBIDDEN,
                "Your account may not do this. It needs the admin role.");
    }
}
