package dev.ashlar.sample;

import static dev.ashlar.testing.BackingService.KAFKA;
import static dev.ashlar.testing.BackingService.POSTGRES;
import static dev.ashlar.testing.BackingService.REDIS;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import dev.ashlar.testing.ForgedToken;
import dev.ashlar.testing.RawResponse;
import dev.ashlar.testing.RawHttp;
import dev.ashlar.testing.TestTokens;
import dev.ashlar.testing.WithInfrastructure;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A service accepts tokens as user-service issues them, and refuses every variation. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "management.server.port=0")
@WithInfrastructure(service = "order_service", parts = {POSTGRES, REDIS, KAFKA}, topics = "inputs")
class TokenIT {

    private static final UUID USER = UUID.randomUUID();
    private static final RSAKey FOREIGN_KEY = rsa();

    @LocalServerPort
    int port;

    static Stream<Arguments> acceptable() {
        var good = token();
        return Stream.of(Arguments.of("as it is issued", good.signed()),
                Arguments.of("for others too", good.claim("aud", List.of("others", "ashlar-api")).signed()),
                Arguments.of("expired within the skew", good.claim("exp", in(-20)).claim("iat", in(-320)).signed()),
                Arguments.of("not before, within the skew", good.claim("nbf", in(20)).signed()),
                Arguments.of("with a claim more", good.claim("admin", true).signed()),
                Arguments.of("naming a key set of its own", good.header("jku", "https://evil.example/jwks").signed()),
                Arguments.of("naming a certificate", good.header("x5u", "https://evil.example/x5u").signed()),
                Arguments.of("bringing a key", good.header("jwk", FOREIGN_KEY.toPublicJWK().toJSONObject()).signed()));
    }

    static Stream<Arguments> unacceptable() throws JOSEException {
        var good = token();
        var foreign = new RSASSASigner(FOREIGN_KEY);
        return Stream.of(headers(good, foreign), claims(good), encodings(good.signed())).flatMap(Function.identity());
    }

    /** Bytes have one base64url text (RFC 7515, 2). Another text of the signed parts would also break the signature. */
    private static Stream<Arguments> encodings(String good) {
        var signature = good.substring(good.lastIndexOf('.') + 1);
        var signed = good.substring(0, good.length() - signature.length());
        var last = signature.charAt(signature.length() - 1);
        return Stream.of(refused("signature with a spare bit set", good.substring(0, good.length() - 1) + ++last),
                refused("signature with padding", good + "=="),
                refused("signature with a character more", good + "A"),
                refused("signature in the alphabet of plain base64",
                        signed + signature.replace('-', '+').replace('_', '/')),
                refused("header with padding", good.replaceFirst("\\.", "=.")),
                refused("dot at the end", good + "."));
    }

    private static Stream<Arguments> headers(ForgedToken good, JWSSigner foreign) throws JOSEException {
        var publicKey = new MACSigner(TestTokens.publicKey().toRSAPublicKey().getEncoded());
        var curve = new ECDSASigner(new ECKeyGenerator(Curve.P_256).generate());
        var certificate = "AAAA";
        return Stream.of(refused("alg none", good.header("alg", "none").unsigned() + "."),
                refused("alg NONE", good.header("alg", "NONE").unsigned() + "."),
                refused("no signature", good.unsigned() + "."),
                refused("HS256 by the public key", good.header("alg", "HS256").signedBy(publicKey)),
                refused("RS384", good.header("alg", "RS384").signed()),
                refused("RS512", good.header("alg", "RS512").signed()),
                refused("PS256", good.header("alg", "PS256").signed()),
                refused("ES256", good.header("alg", "ES256").signedBy(curve)),
                refused("typ JWT", good.header("typ", "JWT").signed()),
                refused("no typ", good.header("typ", null).signed()),
                refused("another typ", good.header("typ", "rt+jwt").signed()),
                refused("no kid", good.header("kid", null).signed()),
                refused("unknown kid", good.header("kid", "unknown").signed()),
                refused("kid of a path", good.header("kid", "../../../../dev/null").signed()),
                refused("kid of SQL", good.header("kid", "x' UNION SELECT 'y'--").signed()),
                refused("kid that is a number", good.header("kid", 1).signedBy(foreign)),
                refused("an extension that must be understood",
                        good.header("crit", List.of("exp")).header("exp", 1).signed()),
                refused("unencoded payload", good.header("crit", List.of("b64")).header("b64", false).signed()),
                refused("a foreign signature", good.signedBy(foreign)),
                refused("a foreign key inside",
                        good.header("jwk", FOREIGN_KEY.toPublicJWK().toJSONObject()).signedBy(foreign)),
                refused("a foreign key set", good.header("jku", "https://evil.example").signedBy(foreign)),
                refused("a foreign certificate", good.header("x5c", List.of(certificate)).signedBy(foreign)),
                refused("a foreign kid", good.header("kid", FOREIGN_KEY.getKeyID()).signedBy(foreign)));
    }

    private static Stream<Arguments> claims(ForgedToken good) {
        return Stream.of(refused("iss of another", good.claim("iss", "https://evil.example").signed()),
                refused("no iss", good.claim("iss", null).signed()),
                refused("iss that is a list", good.claim("iss", List.of("https://ashlar.local")).signed()),
                refused("aud of another", good.claim("aud", "others").signed()),
                refused("no aud", good.claim("aud", null).signed()),
                refused("empty aud", good.claim("aud", List.of()).signed()),
                refused("aud that is an object", good.claim("aud", Map.of("ashlar-api", true)).signed()),
                refused("aud that is a number", good.claim("aud", 1).signed()),
                refused("expired", good.claim("exp", in(-31)).claim("iat", in(-331)).signed()),
                refused("no exp", good.claim("exp", null).signed()),
                refused("exp that is a text", good.claim("exp", "tomorrow").signed()),
                refused("exp before the epoch", good.claim("exp", -1).signed()),
                refused("not yet valid", good.claim("nbf", in(55)).signed()),
                refused("issued after it expires", good.claim("iat", in(900)).signed()),
                refused("no sub", good.claim("sub", null).signed()),
                refused("sub of another user", good.claim("sub", UUID.randomUUID().toString()).signed()),
                refused("sub that is a number", good.claim("sub", 5).signed()),
                refused("sub that is an object", good.claim("sub", Map.of()).signed()),
                refused("no sid", good.claim("sid", null).signed()),
                refused("sid that is a number", good.claim("sid", 5).signed()),
                refused("sid that is an object", good.claim("sid", Map.of("a", 1)).signed()),
                refused("sid that is a list", good.claim("sid", List.of()).signed()),
                refused("sid that is empty", good.claim("sid", "").signed()),
                refused("sid that is a path", good.claim("sid", "../jwks").signed()),
                refused("sid of no session", good.claim("sid", UUID.randomUUID().toString()).signed()),
                refused("sid of another user's session",
                        good.claim("sid", TestTokens.sessionOf(TestTokens.admin(UUID.randomUUID())).toString())
                                .signed()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("acceptable")
    void accepts(String description, String token) {
        call("Authorization: Bearer " + token).isProblem(404);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("unacceptable")
    void refuses(String description, String token) {
        assertThat(call("Authorization: Bearer " + token).isProblem(401).header("WWW-Authenticate"))
                .containsExactly("Bearer error=\"invalid_token\"");
    }

    @Test
    void refusesARememberedTokenRightAfterItsSessionEnded() {
        var token = TestTokens.shopper(USER);
        call("Authorization: Bearer " + token).isProblem(404);

        TestTokens.logOut(token);

        call("Authorization: Bearer " + token).isProblem(401);
    }

    @Test
    void takesTheRolesFromTheSessionAndNotFromTheToken() {
        var secret = "GET /api/v1/samples/0198e0a4-0000-7000-8000-00000000000a/secret";
        var promoted = token().claim("roles", List.of("shopper", "admin")).signed();

        new RawHttp(port).send(secret, "Authorization: Bearer " + promoted).isProblem(403);
        assertThat(new RawHttp(port).send(secret, "Authorization: Bearer " + TestTokens.admin(USER)).status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "{}", "[]", "garbage", "{\"user_id\":null,\"roles\":[]}",
            "{\"user_id\":\"x\",\"roles\":[]}", "{\"roles\":[\"admin\"]}"})
    void respondsWith503IfTheSessionIsUnreadable(String value) {
        var token = TestTokens.admin(USER);
        TestTokens.corruptSession(token, value);

        assertThat(call("Authorization: Bearer " + token).isProblem(503).header("Retry-After")).containsExactly("1");
    }

    private RawResponse call(String... headers) {
        return new RawHttp(port).send("GET /nowhere", headers);
    }

    private static ForgedToken token() {
        return ForgedToken.of(TestTokens.shopper(USER));
    }

    private static Arguments refused(String description, String token) {
        return Arguments.of(description, token);
    }

    private static long in(int seconds) {
        return Instant.now().plusSeconds(seconds).getEpochSecond();
    }

    private static RSAKey rsa() {
        try {
            return new RSAKeyGenerator(2_048).keyID("foreign").generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
