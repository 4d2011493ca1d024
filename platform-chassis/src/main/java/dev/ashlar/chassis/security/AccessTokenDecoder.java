package dev.ashlar.chassis.security;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

/** Reads access tokens: RS256 by a key of ours, {@code at+jwt}, our issuer and audience, in time (RFC 9068, RFC 8725). */
final class AccessTokenDecoder {

    private static final Duration CLOCK_SKEW = Duration.ofSeconds(30);

    private AccessTokenDecoder() {}

    static JwtDecoder create(SigningKeys keys, TokenProperties properties, Clock clock) {
        var decoder = NimbusJwtDecoder.withJwkSource(keys).jwsAlgorithm(SignatureAlgorithm.RS256)
                .jwtProcessorCustomizer(processor -> processor.setJWSTypeVerifier(
                        new DefaultJOSEObjectTypeVerifier<>(new JOSEObjectType("at+jwt"))))
                .build();
        decoder.setJwtValidator(validator(properties, clock));
        return decoder;
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
