package dev.ashlar.chassis.security;

import com.nimbusds.jose.KeySourceException;
import dev.ashlar.chassis.web.CanonicalUuid;
import java.util.UUID;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;

/** Accepts an access token if it is valid and its session still lives: so a logout is effective at once, in every service. */
final class SessionTokens implements AuthenticationProvider {

    private final JwtDecoder decoder;
    private final Sessions sessions;

    SessionTokens(JwtDecoder decoder, Sessions sessions) {
        this.decoder = decoder;
        this.sessions = sessions;
    }

    @Override
    public Authentication authenticate(Authentication bearer) {
        var token = decode(((BearerTokenAuthenticationToken) bearer).getToken());
        var sessionId = sessionId(token);
        var session = sessions.find(sessionId).orElseThrow(SessionEnded::new);
        if (!session.userId().toString().equals(token.getSubject())) {
            throw new SessionOfAnother();
        }
        return new SessionAuthentication(new CurrentUser(session.userId(), sessionId, session.roles()));
    }

    private Jwt decode(String token) {
        try {
            return decoder.decode(token);
        } catch (BadJwtException e) {
            throw new InvalidBearerTokenException("The access token is not valid.", e);
        } catch (JwtException e) {
            throw e.getCause() instanceof KeySourceException
                    ? new SessionStoreUnavailable(e)
                    : new InvalidBearerTokenException("The access token is not valid.", e);
        }
    }

    private static UUID sessionId(Jwt token) {
        try {
            return CanonicalUuid.parse(String.valueOf(token.getClaims().get("sid")));
        } catch (IllegalArgumentException e) {
            throw new InvalidBearerTokenException("The access token names no session.", e);
        }
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return BearerTokenAuthenticationToken.class.isAssignableFrom(authentication);
    }
}
