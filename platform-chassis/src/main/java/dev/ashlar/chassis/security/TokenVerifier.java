package dev.ashlar.chassis.security;

import com.nimbusds.jose.KeySourceException;
import dev.ashlar.chassis.web.CanonicalUuid;
import java.util.Objects;
import java.util.UUID;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.JwtValidationException;

/** Verifies the signature and the claims of an access token. */
final class TokenVerifier {

    private final JwtDecoder decoder;

    TokenVerifier(JwtDecoder decoder) {
        this.decoder = decoder;
    }

    /**
     * @throws InvalidToken if the token is not valid
     * @throws SessionStoreUnavailable if the keys are not readable
     */
    VerifiedToken verify(String token) {
        var jwt = decode(token);
        return new VerifiedToken(jwt.getSubject(), sessionId(jwt), Objects.requireNonNull(jwt.getExpiresAt()));
    }

    private Jwt decode(String token) {
        try {
            return decoder.decode(token);
        } catch (JwtValidationException e) {
            throw new InvalidToken(isExpired(e) ? "expired" : "claims", e);
        } catch (JwtException e) {
            if (e.getCause() instanceof KeySourceException) {
                throw new SessionStoreUnavailable(e);
            }
            throw new InvalidToken("malformed_or_forged", e);
        }
    }

    /** Spring's validators have one error code for all claims. {@code RefusalLogIT} fails if their text changes. */
    private static boolean isExpired(JwtValidationException e) {
        return e.getErrors().stream()
                .anyMatch(error -> String.valueOf(error.getDescription()).startsWith("Jwt expired"));
    }

    private static UUID sessionId(Jwt token) {
        try {
            return CanonicalUuid.parse(String.valueOf(token.getClaims().get("sid")));
        } catch (IllegalArgumentException e) {
            throw new InvalidToken("malformed_or_forged", e);
        }
    }
}
