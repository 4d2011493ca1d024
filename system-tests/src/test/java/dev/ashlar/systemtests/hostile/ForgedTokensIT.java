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

/** Tokens that no key of the platform signed as they are (RFC 8725, RFC 9068). */
@Hostile(readsOnly = true)
class ForgedTokensIT {

    private static final UnaryOperator<String> AS_IT_IS = UnaryOperator.identity();

    @ParameterizedTest
    @MethodSource({"algorithms", "claims", "headers", "shapes"})
    void aForgedTokenIsRefused(Attack attack) {
        attack.isRefusedWith(401);
    }

    @ParameterizedTest
    @MethodSource
    void everyServiceRefusesForgeriesByItself(Attack attack) {
        attack.isRefusedWith(401);
    }

    @ParameterizedTest
    @MethodSource
    void noKeyIsFetchedFromWhereATokenPoints(String header, Scene scene) throws IOException {
        try (var trap = new Trap()) {
            var forgery = forgery(scene.attacker());
            var token = forgery.signedByForeignKey("{\"alg\":\"RS256\",\"typ\":\"at+jwt\",\"kid\":\"%s\",\"%s\":\"%s\"}"
                    .formatted(forgery.kid(), header, trap.url()));
            for (var door : Door.values()) {
                Attack.get(door.guardedPath()).at(door).bearing(token).named(header).isRefusedWith(401);
            }
            assertThat(trap.caughtSomebody()).isFalse();
        }
    }

    static Stream<String> noKeyIsFetchedFromWhereATokenPoints() {
        return Stream.of("jku", "x5u");
    }

    static Stream<Attack> algorithms(Scene scene) throws JOSEException {
        var forgery = forgery(scene.attacker());
        var hs256 = "{\"alg\":\"HS256\",\"typ\":\"at+jwt\",\"kid\":\"%s\"}".formatted(forgery.kid());
        var pem = "-----BEGIN PUBLIC KEY-----\n"
                + Base64.getMimeEncoder(64, new byte[]{'\n'})
                        .encodeToString(forgery.publicKey().toPublicKey().getEncoded())
                + "\n-----END PUBLIC KEY-----\n";
        return Stream.of(attack("alg none", forgery.unsigned("none")), attack("alg None", forgery.unsigned("None")),
                attack("alg nOnE", forgery.unsigned("nOnE")), attack("no signature", forgery.unsigned("RS256")),
                attack("alg none above a genuine signature",
                        forgery.edited(header -> header.replace("RS256", "none"), AS_IT_IS)),
                attack("HMAC with the public key as PEM", forgery.hmac(hs256, pem.getBytes(UTF_8))),
                attack("HMAC with the public key as DER",
                        forgery.hmac(hs256, forgery.publicKey().toPublicKey().getEncoded())),
                attack("HMAC with the public key as JWK",
                        forgery.hmac(hs256, forgery.publicKey().toJSONString().getBytes(UTF_8))),
                attack("HMAC with nothing", forgery.hmac(hs256, new byte[0])),
                attack("RS512", forgery.edited(header -> header.replace("RS256", "RS512"), AS_IT_IS)),
                attack("PS256", forgery.edited(header -> header.replace("RS256", "PS256"), AS_IT_IS)),
                attack("ES256", forgery.edited(header -> header.replace("RS256", "ES256"), AS_IT_IS)),
                attack("an algorithm that does not exist",
                        forgery.edited(header -> header.replace("RS256", "RS1"), AS_IT_IS)),
                attack("encrypted for the public key, not signed", forgery.encrypted()));
    }

    static Stream<Attack> claims(Scene scene) {
        var attacker = scene.attacker();
        var victim = scene.victim();
        var forgery = forgery(attacker);
        var me = attacker.id().toString();
        var mySession = attacker.session().toString();
        return Stream.of(attack("somebody else's sub", forgery.claiming(me, victim.id().toString())),
                attack("somebody else's sid", forgery.claiming(mySession, victim.session().toString())),
                attack("another role", forgery.claiming("\"roles\":[", "\"roles\":[\"admin\",")),
                attack("a later exp", forgery.claiming("\"exp\":", "\"exp\":9")),
                attack("an earlier exp", forgery.claiming("\"exp\":", "\"exp\":1,\"_\":")),
                attack("no exp", forgery.claiming("\"exp\":", "\"_\":")),
                attack("another issuer", forgery.claiming("https://ashlar.local", "https://ashlar.evil")),
                attack("another audience", forgery.claiming("ashlar-api", "everybody")),
                attack("a claim twice", forgery.claiming("\"sub\":", "\"sub\":\"%s\",\"sub\":".formatted(victim.id()))),
                attack("a foreign key's signature", forgery.signedByForeignKeyClaiming(me, victim.id().toString())),
                attack("a foreign key's signature below admin",
                        forgery.signedByForeignKeyClaiming("\"roles\":[", "\"roles\":[\"admin\",")),
                attack("claims that are no JSON", forgery.edited(AS_IT_IS, _ -> "not json")),
                attack("claims that are an array", forgery.edited(AS_IT_IS, _ -> "[]")),
                attack("claims that are null", forgery.edited(AS_IT_IS, _ -> "null")));
    }

    static Stream<Attack> headers(Scene scene) {
        var forgery = forgery(scene.attacker());
        var own = forgery.foreignKey().toPublicJWK().toJSONString();
        var signed = "{\"alg\":\"RS256\",\"typ\":\"at+jwt\",%s}";
        return Stream.of("\"kid\":\"" + forgery.kid() + "\"", "\"kid\":\"another\"", "\"kid\":\"../../../dev/null\"",
                "\"kid\":\"' UNION SELECT 'key\"", "\"kid\":\"session:" + scene.victim().session() + "\"",
                "\"kid\":\"\"", "\"jwk\":" + own, "\"crit\":[\"exp\"],\"exp\":4102444800",
                "\"crit\":[\"unknown\"],\"unknown\":true",
                "\"b64\":true,\"crit\":[\"b64\"]")
                .map(parameters -> attack(parameters, forgery.signedByForeignKey(signed.formatted(parameters))));
    }

    static Stream<Attack> shapes(Scene scene) {
        var genuine = scene.attacker().token();
        var forgery = forgery(scene.attacker());
        var parts = genuine.split("\\.");
        return Stream.of(attack("no token", "garbage"), attack("only dots", ".."), attack("four parts", genuine + ".x"),
                attack("two parts", parts[0] + "." + parts[1]), attack("a dot more", genuine + "."),
                attack("padding", genuine + "=="), attack("a spare bit set in the signature", respelled(genuine)),
                attack("half a signature", genuine.substring(0, genuine.length() - 100)),
                attack("somebody else's signature",
                        parts[0] + "." + parts[1] + "." + scene.victim().token().split("\\.")[2]),
                attack("a refresh token", scene.attacker().refreshToken()),
                attack("a session's id", scene.victim().session().toString()),
                attack("typ of another kind of token",
                        forgery.edited(header -> header.replace("at+jwt", "JWT"), AS_IT_IS)),
                attack("a header that is no JSON", forgery.edited(_ -> "{", AS_IT_IS)),
                attack("two tokens, one after the other", genuine + ", Bearer " + scene.victim().token()),
                attack("12 KiB of a token", "a".repeat(12_000)));
    }

    /** The last of 342 characters has two bits of a signature of 2048, and four that are zero. */
    private static String respelled(String genuine) {
        var last = genuine.charAt(genuine.length() - 1);
        return genuine.substring(0, genuine.length() - 1) + ++last;
    }

    static Stream<Attack> everyServiceRefusesForgeriesByItself(Scene scene) throws JOSEException {
        var forgery = forgery(scene.attacker());
        var hs256 = "{\"alg\":\"HS256\",\"typ\":\"at+jwt\",\"kid\":\"%s\"}".formatted(forgery.kid());
        var hmac = forgery.hmac(hs256, forgery.publicKey().toPublicKey().getEncoded());
        return EnumSet.complementOf(EnumSet.of(Door.GATEWAY)).stream().flatMap(door -> Stream.of(
                attack("alg none", forgery.unsigned("none")), attack("HMAC with the public key", hmac),
                attack("a foreign key's signature", forgery.signedByForeignKeyClaiming("\"exp\":", "\"exp\":")),
                attack("another role", forgery.claiming("\"roles\":[", "\"roles\":[\"admin\",")))
                .map(attack -> new Attack(attack.name(), door, "GET", door.guardedPath(), attack.headers(),
                        attack.body())));
    }

    private static Attack attack(String name, String token) {
        return Attack.get("/api/v1/users/me").bearing(token).named(name);
    }

    private static Forgery forgery(Shopper holder) {
        return Forgery.of(holder.token(), Attack.get("/.well-known/jwks.json").isHarmless(200).raw().body());
    }
}
