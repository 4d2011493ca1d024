package dev.ashlar.systemtests.hostile;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import dev.ashlar.systemtests.Shopper;
import java.io.IOException;
import java.util.Base64;
import java.util.EnumSet;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Tokens that no key of the platform has signed (RFC 8725, RFC 9068). */
@Hostile
class ForgedTokensIT {

    private static final UnaryOperator<String> AS_IT_IS = UnaryOperator.identity();

    @ParameterizedTest
    @MethodSource({"algorithms", "claims", "headers", "shapes"})
    void refusesAForgedToken(Attack attack) {
        attack.expectRefusal(401);
    }

    @ParameterizedTest
    @MethodSource
    void eachServiceRefusesForgedTokensItself(Attack attack) {
        attack.expectRefusal(401);
    }

    @ParameterizedTest
    @MethodSource
    void fetchesNoKeyFromAnAddressInAToken(String header, Fixture fixture) throws IOException {
        try (var listener = new CallbackListener()) {
            var forger = forger(fixture.attacker());
            var token = forger.signedByForeignKey("{\"alg\":\"RS256\",\"typ\":\"at+jwt\",\"kid\":\"%s\",\"%s\":\"%s\"}"
                    .formatted(forger.kid(), header, listener.url()));
            for (var entryPoint : EntryPoint.values()) {
                Attack.get(entryPoint.protectedPath()).at(entryPoint).bearing(token).named(header).expectRefusal(401);
            }
            assertThat(listener.wasCalled()).isFalse();
        }
    }

    static Stream<String> fetchesNoKeyFromAnAddressInAToken() {
        return Stream.of("jku", "x5u");
    }

    static Stream<Attack> algorithms(Fixture fixture) throws JOSEException {
        var forger = forger(fixture.attacker());
        var hs256 = "{\"alg\":\"HS256\",\"typ\":\"at+jwt\",\"kid\":\"%s\"}".formatted(forger.kid());
        var pem = "-----BEGIN PUBLIC KEY-----\n"
                + Base64.getMimeEncoder(64, new byte[]{'\n'})
                        .encodeToString(forger.publicKey().toPublicKey().getEncoded())
                + "\n-----END PUBLIC KEY-----\n";
        return Stream.of(attack("alg none", forger.unsigned("none")), attack("alg None", forger.unsigned("None")),
                attack("alg nOnE", forger.unsigned("nOnE")), attack("no signature", forger.unsigned("RS256")),
                attack("alg none above a genuine signature",
                        forger.edited(header -> header.replace("RS256", "none"), AS_IT_IS)),
                attack("HMAC with the public key as PEM", forger.hmac(hs256, pem.getBytes(UTF_8))),
                attack("HMAC with the public key as DER",
                        forger.hmac(hs256, forger.publicKey().toPublicKey().getEncoded())),
                attack("HMAC with the public key as JWK",
                        forger.hmac(hs256, forger.publicKey().toJSONString().getBytes(UTF_8))),
                attack("HMAC with nothing", forger.hmac(hs256, new byte[0])),
                attack("RS512", forger.edited(header -> header.replace("RS256", "RS512"), AS_IT_IS)),
                attack("PS256", forger.edited(header -> header.replace("RS256", "PS256"), AS_IT_IS)),
                attack("ES256", forger.edited(header -> header.replace("RS256", "ES256"), AS_IT_IS)),
                attack("an algorithm that does not exist",
                        forger.edited(header -> header.replace("RS256", "RS1"), AS_IT_IS)),
                attack("encrypted for the public key, not signed", forger.encrypted()));
    }

    static Stream<Attack> claims(Fixture fixture) {
        var attacker = fixture.attacker();
        var victim = fixture.victim();
        var forger = forger(attacker);
        var me = attacker.id().toString();
        var mySession = attacker.session().toString();
        return Stream.of(attack("somebody else's sub", forger.claiming(me, victim.id().toString())),
                attack("somebody else's sid", forger.claiming(mySession, victim.session().toString())),
                attack("another role", forger.claiming("\"roles\":[", "\"roles\":[\"admin\",")),
                attack("a later exp", forger.claiming("\"exp\":", "\"exp\":9")),
                attack("an earlier exp", forger.claiming("\"exp\":", "\"exp\":1,\"_\":")),
                attack("no exp", forger.claiming("\"exp\":", "\"_\":")),
                attack("another issuer", forger.claiming("https://ashlar.local", "https://ashlar.evil")),
                attack("another audience", forger.claiming("ashlar-api", "everybody")),
                attack("a claim twice", forger.claiming("\"sub\":", "\"sub\":\"%s\",\"sub\":".formatted(victim.id()))),
                attack("a foreign key's signature", forger.signedByForeignKeyClaiming(me, victim.id().toString())),
                attack("a foreign key's signature below admin",
                        forger.signedByForeignKeyClaiming("\"roles\":[", "\"roles\":[\"admin\",")),
                attack("claims that are no JSON", forger.edited(AS_IT_IS, _ -> "not json")),
                attack("claims that are an array", forger.edited(AS_IT_IS, _ -> "[]")),
                attack("claims that are null", forger.edited(AS_IT_IS, _ -> "null")));
    }

    static Stream<Attack> headers(Fixture fixture) {
        var forger = forger(fixture.attacker());
        var own = forger.foreignKey().toPublicJWK().toJSONString();
        var signed = "{\"alg\":\"RS256\",\"typ\":\"at+jwt\",%s}";
        return Stream.of("\"kid\":\"" + forger.kid() + "\"", "\"kid\":\"another\"", "\"kid\":\"../../../dev/null\"",
                "\"kid\":\"' UNION SELECT 'key\"", "\"kid\":\"session:" + fixture.victim().session() + "\"",
                "\"kid\":\"\"", "\"jwk\":" + own, "\"crit\":[\"exp\"],\"exp\":4102444800",
                "\"crit\":[\"unknown\"],\"unknown\":true",
                "\"b64\":true,\"crit\":[\"b64\"]")
                .map(parameters -> attack(parameters, forger.signedByForeignKey(signed.formatted(parameters))));
    }

    static Stream<Attack> shapes(Fixture fixture) {
        var genuine = fixture.attacker().token();
        var forger = forger(fixture.attacker());
        var parts = genuine.split("\\.");
        return Stream.of(attack("no token", "garbage"), attack("only dots", ".."), attack("four parts", genuine + ".x"),
                attack("two parts", parts[0] + "." + parts[1]), attack("a dot more", genuine + "."),
                attack("padding", genuine + "=="), attack("a spare bit set in the signature", respelled(genuine)),
                attack("half a signature", genuine.substring(0, genuine.length() - 100)),
                attack("somebody else's signature",
                        parts[0] + "." + parts[1] + "." + fixture.victim().token().split("\\.")[2]),
                attack("a refresh token", fixture.attacker().refreshToken()),
                attack("a session's id", fixture.victim().session().toString()),
                attack("typ of another kind of token",
                        forger.edited(header -> header.replace("at+jwt", "JWT"), AS_IT_IS)),
                attack("a header that is no JSON", forger.edited(_ -> "{", AS_IT_IS)),
                attack("two tokens, one after the other", genuine + ", Bearer " + fixture.victim().token()),
                attack("12 KiB of a token", "a".repeat(12_000)));
    }

    /** Changes an unused bit: the last of 342 characters has two bits of the signature, and four zero bits. */
    private static String respelled(String genuine) {
        var last = genuine.charAt(genuine.length() - 1);
        return genuine.substring(0, genuine.length() - 1) + ++last;
    }

    static Stream<Attack> eachServiceRefusesForgedTokensItself(Fixture fixture) throws JOSEException {
        var forger = forger(fixture.attacker());
        var hs256 = "{\"alg\":\"HS256\",\"typ\":\"at+jwt\",\"kid\":\"%s\"}".formatted(forger.kid());
        var hmac = forger.hmac(hs256, forger.publicKey().toPublicKey().getEncoded());
        return EnumSet.complementOf(EnumSet.of(EntryPoint.GATEWAY)).stream().flatMap(entryPoint -> Stream.of(
                attack("alg none", forger.unsigned("none")), attack("HMAC with the public key", hmac),
                attack("a foreign key's signature", forger.signedByForeignKeyClaiming("\"exp\":", "\"exp\":")),
                attack("another role", forger.claiming("\"roles\":[", "\"roles\":[\"admin\",")))
                .map(attack -> attack.at(entryPoint).path(entryPoint.protectedPath())));
    }

    private static Attack attack(String name, String token) {
        return Attack.get("/api/v1/users/me").bearing(token).named(name);
    }

    private static TokenForger forger(Shopper holder) {
        return TokenForger.of(holder.token(), Attack.get("/.well-known/jwks.json").expectStatus(200).raw().body());
    }
}
