package dev.ashlar.testing;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.UUID;

/**
 * Access tokens like those of user-service, each with a session in the session Redis. So the tests of a service need no
 * user-service. The signing key is created for this JVM, and its public half is added to the key set in the session Redis.
 */
public final class TestTokens {

    private static final Duration LIFE = Duration.ofSeconds(300);
    private static final Once<RSAKey> KEY = new Once<>(TestTokens::newKey);

    private TestTokens() {}

    /** The bearer value of a signed-in customer. */
    public static String shopper(UUID userId) {
        return of(userId, List.of("shopper"));
    }

    /** The bearer value of a signed-in administrator. */
    public static String admin(UUID userId) {
        return of(userId, List.of("shopper", "admin"));
    }

    /** The bearer value of a new session. */
    public static String of(UUID userId, List<String> roles) {
        var sessionId = UUID.randomUUID();
        TestSessions.start(sessionId, userId, roles);
        return sign(userId, sessionId, roles, Instant.now().plus(LIFE));
    }

    /** Ends the session of a token, like a log-out. */
    public static void logOut(String bearer) {
        TestSessions.end(sessionOf(bearer));
    }

    /** The session id of a token. */
    public static UUID sessionOf(String bearer) {
        try {
            return UUID.fromString(SignedJWT.parse(bearer).getJWTClaimsSet().getStringClaim("sid"));
        } catch (ParseException e) {
            throw new IllegalArgumentException("Not a token", e);
        }
    }

    /** The public half of the signing key. */
    public static RSAKey publicKey() {
        return KEY.get().toPublicJWK();
    }

    /** Signs like user-service, with any RSA algorithm. */
    static JWSSigner signer() {
        try {
            return new RSASSASigner(KEY.get());
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Overwrites the session of a token. */
    public static void corruptSession(String bearer, String value) {
        TestSessions.put(sessionOf(bearer), value);
    }

    private static String sign(UUID userId, UUID sessionId, List<String> roles, Instant expiry) {
        var key = KEY.get();
        var header = new JWSHeader.Builder(JWSAlgorithm.RS256).type(new JOSEObjectType("at+jwt"))
                .keyID(key.getKeyID())
                .build();
        var claims = new JWTClaimsSet.Builder().issuer("https://ashlar.local")
                .audience("ashlar-api")
                .subject(userId.toString())
                .claim("sid", sessionId.toString())
                .claim("roles", roles)
                .jwtID(UUID.randomUUID().toString())
                .issueTime(Date.from(expiry.minus(LIFE)))
                .expirationTime(Date.from(expiry))
                .build();
        try {
            var token = new SignedJWT(header, claims);
            token.sign(signer());
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static RSAKey newKey() {
        try {
            var key = new RSAKeyGenerator(2048).keyID("test-" + UUID.randomUUID()).algorithm(JWSAlgorithm.RS256)
                    .generate();
            TestSessions.publish(key.toPublicJWK());
            return key;
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
