package dev.ashlar.sample;

import static dev.ashlar.testing.BackingService.KAFKA;
import static dev.ashlar.testing.BackingService.POSTGRES;
import static dev.ashlar.testing.BackingService.REDIS;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.JOSEException;
import dev.ashlar.testing.RawHttp;
import dev.ashlar.testing.TestTokens;
import dev.ashlar.testing.TokenForger;
import dev.ashlar.testing.WithInfrastructure;
import java.util.Base64;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * Tokens that no key of the platform has signed (RFC 8725, RFC 9068). An attacker edits the text of a genuine token, or signs with
 * another key. {@link TokenIT} signs changed claims with the key of the platform.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "management.server.port=0")
@WithInfrastructure(service = "order_service", parts = {POSTGRES, REDIS, KAFKA}, topics = "inputs")
class TamperedTokenIT {

    private static final UnaryOperator<String> UNCHANGED = UnaryOperator.identity();
    private static final UUID ATTACKER = UUID.randomUUID();
    private static final UUID VICTIM = UUID.randomUUID();

    @LocalServerPort
    int port;

    @ParameterizedTest(name = "{0}")
    @MethodSource({"algorithms", "claims", "headers", "shapes"})
    void refuses(String description, String token) {
        new RawHttp(port).send("GET /nowhere", "Authorization: Bearer " + token).isProblem(401);
    }

    static Stream<Arguments> algorithms() throws JOSEException {
        var forger = forger();
        var hs256 = "{\"alg\":\"HS256\",\"typ\":\"at+jwt\",\"kid\":\"%s\"}".formatted(forger.kid());
        var der = forger.publicKey().toPublicKey().getEncoded();
        var pem = "-----BEGIN PUBLIC KEY-----\n" + Base64.getMimeEncoder(64, new byte[]{'\n'}).encodeToString(der)
                + "\n-----END PUBLIC KEY-----\n";
        return Stream.of(row("alg none", forger.unsigned("none")), row("alg None", forger.unsigned("None")),
                row("alg nOnE", forger.unsigned("nOnE")), row("no signature", forger.unsigned("RS256")),
                row("alg none above a genuine signature", forger.edited(algorithm("none"), UNCHANGED)),
                row("HMAC with the public key as PEM", forger.hmac(hs256, pem.getBytes(UTF_8))),
                row("HMAC with the public key as DER", forger.hmac(hs256, der)),
                row("HMAC with the public key as JWK",
                        forger.hmac(hs256, forger.publicKey().toJSONString().getBytes(UTF_8))),
                row("HMAC with nothing", forger.hmac(hs256, new byte[0])),
                row("RS512", forger.edited(algorithm("RS512"), UNCHANGED)),
                row("PS256", forger.edited(algorithm("PS256"), UNCHANGED)),
                row("ES256", forger.edited(algorithm("ES256"), UNCHANGED)),
                row("an algorithm that does not exist", forger.edited(algorithm("RS1"), UNCHANGED)),
                row("encrypted for the public key, not signed", forger.encrypted()));
    }

    static Stream<Arguments> claims() {
        var forger = forger();
        var attacker = ATTACKER.toString();
        var session = TestTokens.sessionOf(forger.genuine()).toString();
        var victimsSession = TestTokens.sessionOf(TestTokens.shopper(VICTIM)).toString();
        return Stream.of(row("another user's sub", forger.claiming(attacker, VICTIM.toString())),
                row("another user's sid", forger.claiming(session, victimsSession)),
                row("another role", forger.claiming("\"roles\":[", "\"roles\":[\"admin\",")),
                row("a later exp", forger.claiming("\"exp\":", "\"exp\":9")),
                row("an earlier exp", forger.claiming("\"exp\":", "\"exp\":1,\"_\":")),
                row("no exp", forger.claiming("\"exp\":", "\"_\":")),
                row("another issuer", forger.claiming("https://ashlar.local", "https://ashlar.evil")),
                row("another audience", forger.claiming("ashlar-api", "everybody")),
                row("a claim twice", forger.claiming("\"sub\":", "\"sub\":\"%s\",\"sub\":".formatted(VICTIM))),
                row("a foreign key's signature", forger.signedByForeignKeyClaiming(attacker, VICTIM.toString())),
                row("a foreign key's signature below admin",
                        forger.signedByForeignKeyClaiming("\"roles\":[", "\"roles\":[\"admin\",")),
                row("claims that are no JSON", forger.edited(UNCHANGED, _ -> "not json")),
                row("claims that are an array", forger.edited(UNCHANGED, _ -> "[]")),
                row("claims that are null", forger.edited(UNCHANGED, _ -> "null")));
    }

    static Stream<Arguments> headers() {
        var forger = forger();
        var signed = "{\"alg\":\"RS256\",\"typ\":\"at+jwt\",%s}";
        return Stream.of("\"kid\":\"" + forger.kid() + "\"", "\"kid\":\"another\"", "\"kid\":\"../../../dev/null\"",
                "\"kid\":\"' UNION SELECT 'key\"",
                "\"kid\":\"session:" + TestTokens.sessionOf(TestTokens.shopper(VICTIM)) + "\"", "\"kid\":\"\"",
                "\"jwk\":" + forger.foreignKey().toPublicJWK().toJSONString(),
                "\"crit\":[\"exp\"],\"exp\":4102444800", "\"crit\":[\"unknown\"],\"unknown\":true",
                "\"b64\":true,\"crit\":[\"b64\"]")
                .map(parameters -> row(parameters, forger.signedByForeignKey(signed.formatted(parameters))));
    }

    static Stream<Arguments> shapes() {
        var forger = forger();
        var genuine = forger.genuine();
        var parts = genuine.split("\\.");
        var victims = TestTokens.shopper(VICTIM);
        return Stream.of(row("no token", "garbage"), row("only dots", ".."), row("four parts", genuine + ".x"),
                row("two parts", parts[0] + "." + parts[1]), row("a dot more", genuine + "."),
                row("padding", genuine + "=="), row("a spare bit set in the signature", respelled(genuine)),
                row("half a signature", genuine.substring(0, genuine.length() - 100)),
                row("another user's signature", parts[0] + "." + parts[1] + "." + victims.split("\\.")[2]),
                row("an opaque token", "cmVmcmVzaC10b2tlbi1vZi10aGUtYXR0YWNrZXItMDE"),
                row("a session's id", TestTokens.sessionOf(victims).toString()),
                row("typ of another kind of token",
                        forger.edited(header -> header.replace("at+jwt", "JWT"), UNCHANGED)),
                row("a header that is no JSON", forger.edited(_ -> "{", UNCHANGED)),
                row("two tokens, one after the other", genuine + ", Bearer " + victims),
                row("12 KiB of a token", "a".repeat(12_000)));
    }

    /** Changes an unused bit: the last of 342 characters has two bits of the signature, and four zero bits. */
    private static String respelled(String genuine) {
        var last = genuine.charAt(genuine.length() - 1);
        return genuine.substring(0, genuine.length() - 1) + ++last;
    }

    private static UnaryOperator<String> algorithm(String other) {
        return header -> header.replace("RS256", other);
    }

    private static TokenForger forger() {
        return TokenForger.of(TestTokens.shopper(ATTACKER), TestTokens.publicKey());
    }

    private static Arguments row(String description, String token) {
        return Arguments.of(description, token);
    }
}
