package dev.ashlar.systemtests.hostile;

import dev.ashlar.systemtests.Http;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Genuine tokens in the wrong place, and identities that a header claims (RFC 6750, RFC 9700). */
@Hostile
class TokenPlacesIT {

    @ParameterizedTest
    @MethodSource
    void acceptsATokenInTheAuthorizationHeaderOnlyAndNoClaimedIdentity(Attack attack) {
        attack.expectRefusal(401);
    }

    static Stream<Attack> acceptsATokenInTheAuthorizationHeaderOnlyAndNoClaimedIdentity(Fixture fixture) {
        var token = fixture.victim().token();
        var id = fixture.victim().id().toString();
        var me = Attack.get("/api/v1/users/me");
        return Stream.of(me.named("nobody"), Attack.get("/api/v1/users/me?access_token=" + token).named("in the query"),
                Attack.of("PATCH", "/api/v1/users/me")
                        .body("application/x-www-form-urlencoded", BodyPublishers.ofString("access_token=" + token))
                        .named("in a form"),
                me.with("Cookie", "access_token=" + token + "; Authorization=Bearer " + token).named("in a cookie"),
                me.with("Proxy-Authorization", "Bearer " + token).named("for a proxy"),
                me.with("X-Authorization", "Bearer " + token).with("X-Access-Token", token).named("in other headers"),
                me.with("Authorization", token).named("without a scheme"),
                me.with("Authorization", "Basic " + token).named("as Basic"),
                me.with("Authorization", "Token " + token).named("as Token"),
                me.with("Authorization", "Bearer").named("without a token"),
                me.with("X-User-Id", id).with("X-Roles", "admin").with("X-Auth-User", id).with("X-Session-Id",
                        fixture.victim().session().toString()).named("the gateway's word for it"),
                me.with("X-Forwarded-User", id).with("X-Remote-User", id).with("REMOTE_USER", id)
                        .named("a proxy's word"),
                me.with("X-Client-Cert", "CN=admin").with("X-SSL-Client-S-DN", "CN=admin")
                        .named("a certificate's word"));
    }

    @ParameterizedTest
    @MethodSource
    void noServiceTrustsIdentityHeaders(Attack attack) {
        attack.expectRefusal(401);
    }

    static Stream<Attack> noServiceTrustsIdentityHeaders(Fixture fixture) {
        var id = fixture.victim().id().toString();
        return Stream.of(EntryPoint.values())
                .map(entryPoint -> Attack.get(entryPoint.protectedPath()).at(entryPoint).with("X-User-Id", id)
                        .with("X-Roles", "admin").with("X-Forwarded-For", Http.HOST).named("claims to be the gateway"));
    }

    @ParameterizedTest
    @MethodSource
    void refusesTwoAuthorizationHeaders(Attack attack) {
        attack.expectRefusal(400);
    }

    static Stream<Attack> refusesTwoAuthorizationHeaders(Fixture fixture) {
        var me = Attack.get("/api/v1/users/me").as(fixture.attacker());
        return Stream.of(me.as(fixture.victim()).named("two people's"),
                me.as(fixture.attacker()).named("the same twice"),
                me.with("Authorization", "Basic YTpi").named("two schemes"),
                Attack.get("/api/v1/orders").at(EntryPoint.ORDERS).as(fixture.attacker()).as(fixture.victim())
                        .named("two people's"),
                Attack.get("/api/v1/products").as(fixture.attacker()).as(fixture.victim()).named("two people's"));
    }
}
