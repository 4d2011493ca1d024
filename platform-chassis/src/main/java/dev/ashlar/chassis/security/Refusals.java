package dev.ashlar.chassis.security;

import dev.ashlar.chassis.web.ClientAddress;
import dev.ashlar.chassis.web.Problems;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.jwt.JwtValidationException;
import org.springframework.security.oauth2.server.resource.BearerTokenError;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.util.StringUtils;

/** Answers the unauthenticated with 401, the unauthorised with 403, and with 503 where the session store can't tell (RFC 6750). */
final class Refusals implements AuthenticationEntryPoint, AccessDeniedHandler {

    private static final String NO_TOKEN = "Sign in with POST /api/v1/sessions, then send the header "
            + "Authorization: Bearer <access_token>. Check the path too: an unknown path gives this answer as well.";
    private static final String BAD_TOKEN = "The access token is invalid, expired or revoked. Get a new one with "
            + "POST /api/v1/sessions/refresh, or sign in again with POST /api/v1/sessions.";

    private final Problems problems;
    private final Admission admission;

    Refusals(Problems problems, Admission admission) {
        this.problems = problems;
        this.admission = admission;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException e)
            throws IOException {
        if (e instanceof SessionStoreUnavailable) {
            response.setHeader(HttpHeaders.RETRY_AFTER, "1");
            problems.write(request, response, HttpStatus.SERVICE_UNAVAILABLE,
                    "Sessions can't be checked now; try again.");
            return;
        }
        if (e instanceof OAuth2AuthenticationException && !admission.admits(request, response, null)) {
            return; // thrown before the filter that asks for all others
        }
        if (e instanceof OAuth2AuthenticationException oauth && oauth.getError() instanceof BearerTokenError error
                && error.getHttpStatus() == HttpStatus.BAD_REQUEST) {
            problems.write(request, response, HttpStatus.BAD_REQUEST, error.getDescription());
            return;
        }
        var invalid = e instanceof OAuth2AuthenticationException;
        if (invalid) {
            SecurityEvent.TOKEN_REFUSED.line().addKeyValue("reason", reason(e))
                    .addKeyValue("address", ClientAddress.of(request)).log();
        }
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, invalid ? "Bearer error=\"invalid_token\"" : "Bearer");
        problems.write(request, response, HttpStatus.UNAUTHORIZED,
                invalid ? BAD_TOKEN : NO_TOKEN);
    }

    /** A code: a decoder's message quotes the token. */
    private static String reason(AuthenticationException e) {
        return switch (e) {
            case SessionEnded _ -> "session_ended";
            case SessionOfAnother _ -> "session_of_another_user";
            case AuthenticationException refusal when refusal.getCause() instanceof JwtValidationException claims ->
                isExpired(claims) ? "expired" : "claims";
            case AuthenticationException refusal when refusal.getCause() == null -> "malformed";
            default -> "malformed_or_forged";
        };
    }

    /** Spring's validators have one error code for all claims; {@code RefusalLogIT} holds their text. */
    private static boolean isExpired(JwtValidationException claims) {
        return claims.getErrors().stream()
                .anyMatch(error -> String.valueOf(error.getDescription()).startsWith("Jwt expired"));
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException e)
            throws IOException {
        if (request.getUserPrincipal() instanceof Authentication authentication
                && authentication.getPrincipal() instanceof CurrentUser caller) {
            SecurityEvent.ACCESS_DENIED.line().addKeyValue("user_id", caller.id())
                    .addKeyValue("session_id", caller.sessionId()).addKeyValue("method", request.getMethod())
                    .addKeyValue("path", StringUtils.truncate(request.getRequestURI(), 200)).log();
        }
        problems.write(request, response, HttpStatus.FORBIDDEN,
                "Your account may not do this. It needs the admin role.");
    }
}
