package dev.ashlar.chassis.security;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.util.Base64URL;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

/** Verifies access tokens (RFC 9068, RFC 8725): RS256 with a published key, type {@code at+jwt}, issuer, audience and expiry. */
final class AccessTokenDecoder {

    private static final Duration CLOCK_SKEW = Duration.ofSeconds(30);

    private AccessTokenDecoder() {}

    static JwtDecoder create(RedisJwkSource keys, TokenProperties properties, Clock clock) {
        var decoder = NimbusJwtDecoder.withJwkSource(keys).jwsAlgorithm(SignatureAlgorithm.RS256)
                .jwtProcessorCustomizer(processor -> processor.setJWSTypeVerifier(
                        new DefaultJOSEObjectTypeVerifier<>(new JOSEObjectType("at+jwt"))))
                .build();
        decoder.setJwtValidator(validator(properties, clock));
        return token -> decoder.decode(requireCanonicalSignature(token));
    }

    /**
     * RFC 7515, section 2, allows one base64url text for some bytes. Nimbus also decodes padded text, the other alphabet and unused
     * bits. The signature protects the text of the header and the claims, but not its own text.
     */
    private static String requireCanonicalSignature(String token) {
        var signature = token.substring(token.lastIndexOf('.') + 1);
        if (!Base64URL.encode(new Base64URL(signature).decode()).toString().equals(signature)) {
            throw new BadJwtException("The signature is not in base64url.");
        }
        return token;
    }

    private static OAuth2TokenValidator<Jwt> validator(TokenProperties properties, Clock clock) {
        var inTime = new JwtTimestampValidator(CLOCK_SKEW);
        inTime.setClock(clock);
        return new DelegatingOAuth2TokenValidator<>(inTime, new JwtIssuerValidator(properties.tokenIssuer()),
                new JwtClaimValidator<List<String>>(JwtClaimNames.AUD,
                        audience -> audience != null && audience.contains(properties.tokenAudience())),
                new JwtClaimValidator<Object>(JwtClaimNames.EXP, Objects::nonNull),
                new JwtClaimValidator<Object>(JwtClaimNames.SUB, Objects::nonNull),
                new JwtClaimValidator<Object>("sid", Objects::nonNull));
    }
}
