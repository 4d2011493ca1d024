package dev.ashlar.systemtests.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import dev.ashlar.systemtests.Shopper;
import dev.ashlar.testing.TokenForger;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Tokens that no key of the platform has signed, at each entry point. The chassis has the whole table: {@code TamperedTokenIT}. */
@Hostile
class ForgedTokensIT {

    @ParameterizedTest
    @MethodSource
    void everyEntryPointRefusesForgedTokensItself(Attack attack) {
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

    static Stream<Attack> everyEntryPointRefusesForgedTokensItself(Fixture fixture) throws JOSEException {
        var forger = forger(fixture.attacker());
        var hs256 = "{\"alg\":\"HS256\",\"typ\":\"at+jwt\",\"kid\":\"%s\"}".formatted(forger.kid());
        var hmac = forger.hmac(hs256, forger.publicKey().toPublicKey().getEncoded());
        return Stream.of(EntryPoint.values()).flatMap(entryPoint -> Stream.of(
                attack("alg none", forger.unsigned("none")), attack("HMAC with the public key", hmac),
                attack("a foreign key's signature", forger.signedByForeignKeyClaiming("\"exp\":", "\"exp\":")),
                attack("another role", forger.claiming("\"roles\":[", "\"roles\":[\"admin\",")),
                attack("a refresh token", fixture.attacker().refreshToken()))
                .map(attack -> attack.at(entryPoint).path(entryPoint.protectedPath())));
    }

    private static Attack attack(String name, String token) {
        return Attack.get("/api/v1/users/me").bearing(token).named(name);
    }

    private static TokenForger forger(Shopper holder) {
        return TokenForger.of(holder.token(), Attack.get("/.well-known/jwks.json").expectStatus(200).raw().body());
    }
}
