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
import dev.ashlar.user.SessionId;
import dev.ashlar.user.UserId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import org.springframework.stereotype.Component;

/** Signs access tokens (RFC 9068). */
@Component
public class AccessTokens {

    /** A token is valid for so long, unless its session ends before. */
    public static final Duration LIFETIME = Duration.ofSeconds(300);

    private static final JOSEObjectType TYPE = new JOSEObjectType("at+jwt");

    private final KeyRing keyRing;
    private final TokenProperties properties;
    private final Clock clock;

    AccessTokens(KeyRing keyRing, TokenProperties properties, Clock clock) {
        this.keyRing = keyRing;
        this.properties = properties;
        this.clock = clock;
    }

    public String issue(UserId userId, SessionId sessionId, Collection<String> roles) {
        var key = keyRing.current();
        var header = new JWSHeader.Builder(JWSAlgorithm.RS256).type(TYPE).keyID(key.kid()).build();
        var token = new SignedJWT(header, claims(userId, sessionId, roles, clock.instant()));
        try {
            token.sign(new RSASSASigner(key.privateKey()));
        } catch (JOSEException e) {
            throw new IllegalStateException("Cannot sign an access token", e);
        }
        return token.serialize();
    }

    private JWTClaimsSet claims(UserId userId, SessionId sessionId, Collection<String> roles, Instant now) {
        return new JWTClaimsSet.Builder().issuer(properties.tokenIssuer()).audience(properties.tokenAudience())
                .subject(userId.toString()).claim("sid", sessionId.toString())
                .claim("roles", List.copyOf(roles)).jwtID(UuidCreator.getTimeOrderedEpoch().toString())
                .issueTime(Date.from(now)).expirationTime(Date.from(now.plus(LIFETIME))).build();
    }
}
