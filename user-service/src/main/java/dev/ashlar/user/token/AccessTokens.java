package dev.ashlar.user.token;

import com.github.f4b6a3.uuid.UuidCreator;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.ashlar.chassis.security.TokenProperties;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Signs access tokens (RFC 9068). */
@Component
public class AccessTokens {

    /** How long a token is good for, if its session is. */
    public static final Duration LIFETIME = Duration.ofSeconds(300);

    private static final JOSEObjectType TYPE = new JOSEObjectType("at+jwt");

    private final KeyRing ring;
    private final TokenProperties properties;
    private final Clock clock;

    AccessTokens(KeyRing ring, TokenProperties properties, Clock clock) {
        this.ring = ring;
        this.properties = properties;
        this.clock = clock;
    }

    /** A token that names the user, the session and the user's roles. */
    public String issue(UUID userId, UUID sessionId, Collection<String> roles) {
        var key = ring.current();
        var header = new JWSHeader.Builder(JWSAlgorithm.RS256).type(TYPE).keyID(key.kid()).build();
        var token = new SignedJWT(header, claims(userId, sessionId, roles, clock.instant()));
        try {
            token.sign(new RSASSASigner(key.privateKey()));
        } catch (JOSEException e) {
            throw new IllegalStateException("An access token could not be signed", e);
        }
        return token.serialize();
    }

    private JWTClaimsSet claims(UUID userId, UUID sessionId, Collection<String> roles, Instant now) {
        return new JWTClaimsSet.Builder().issuer(properties.tokenIssuer()).audience(properties.tokenAudience())
                .subject(userId.toString()).claim("sid", sessionId.toString())
                .claim("roles", List.copyOf(roles)).jwtID(UuidCreator.getTimeOrderedEpoch().toString())
                .issueTime(Date.from(now)).expirationTime(Date.from(now.plus(LIFETIME))).build();
    }
}
