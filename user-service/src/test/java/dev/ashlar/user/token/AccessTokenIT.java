package dev.ashlar.user.token;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import dev.ashlar.user.Api;
import dev.ashlar.user.UserServiceTest;
import java.text.ParseException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.redis.core.StringRedisTemplate;

@UserServiceTest
class AccessTokenIT {

    @Autowired
    Api api;

    @Autowired
    StringRedisTemplate sessionRedis;

    @Autowired
    KeyPublication publication;

    @Test
    void containsTheClaimsOfTheContract() throws ParseException {
        var person = api.registerUser();
        var session = api.signIn(person);

        var token = SignedJWT.parse(session.accessToken());

        assertThat(token.getHeader().getAlgorithm().getName()).isEqualTo("RS256");
        assertThat(token.getHeader().getType().getType()).isEqualTo("at+jwt");
        var claims = token.getJWTClaimsSet();
        assertThat(claims.getIssuer()).isEqualTo("https://ashlar.local");
        assertThat(claims.getAudience()).containsExactly("ashlar-api");
        assertThat(claims.getSubject()).isEqualTo(person.id().toString());
        assertThat(claims.getStringClaim("sid")).isEqualTo(session.sessionId().toString());
        assertThat(claims.getStringListClaim("roles")).isEqualTo(List.of("user"));
        assertThat(claims.getJWTID()).isNotBlank();
        assertThat(claims.getExpirationTime()).hasTime(claims.getIssueTime().getTime() + 300_000);
    }

    @Test
    void isSignedWithAPublishedKey() throws ParseException, JOSEException {
        var token = SignedJWT.parse(api.signInNewUser().accessToken());

        var keys = JWKSet.parse(api.get("/.well-known/jwks.json", null).is(200).body());
        var key = keys.getKeyByKeyId(token.getHeader().getKeyID()).toRSAKey();

        assertThat(token.verify(new RSASSAVerifier(key))).isTrue();
        assertThat(key.size()).isEqualTo(2_048);
    }

    @Test
    void publishesNoPrivatePartOfAKey() {
        var response = api.get("/.well-known/jwks.json", null).is(200);

        assertThat(response.header("Cache-Control")).contains("public", "max-age=60");
        assertThat(response.json().path("keys").values()).isNotEmpty()
                .allSatisfy(key -> assertThat(key.propertyNames()).doesNotContain("d", "p", "q", "dp", "dq", "qi"));
    }

    @Test
    void republishesKeysThatRedisLost() throws ParseException {
        sessionRedis.delete("jwks");

        publication.repeat();

        assertThat(JWKSet.parse(sessionRedis.opsForValue().get("jwks")).getKeys()).isNotEmpty()
                .noneMatch(key -> key.isPrivate());
    }
}
