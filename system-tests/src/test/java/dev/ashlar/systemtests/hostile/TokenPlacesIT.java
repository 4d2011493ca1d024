package dev.ashlar.systemtests.hostile;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Genuine tokens where none counts, and identities that are merely claimed (RFC 6750, RFC 9700). */
@Hostile
class TokenPlacesIT {

    @ParameterizedTest
    @MethodSource
    void aTokenCountsInTheAuthorizationHeaderOnlyAndAClaimOfIdentityNowhere(Attack attack) {
        attack.isRefusedWith(401);
    }

    static Stream<Attack> aTokenCountsInTheAuthorizationHeaderOnlyAndAClaimOfIdentityNowhere(Scene scene) {
        var token = scene.victim().token();
        var id = scene.victim().id().toString();
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
                        scene.victim().session().toString()).named("the gateway's word for it"),
                me.with("X-Forwarded-User", id).with("X-Remote-User", id).with("REMOTE_USER", id)
                        .named("a proxy's word"),
                me.with("X-Client-Cert", "CN=admin").with("X-SSL-Client-S-DN", "CN=admin")
                        .named("a certificate's word"));
    }

    @ParameterizedTest
    @MethodSource
    void noServiceTakesTheGatewaysWordForWhoCalls(Attack attack) {
        attack.isRefusedWith(401);
    }

    static Stream<Attack> noServiceTakesTheGatewaysWordForWhoCalls(Scene scene) {
        var id = scene.victim().id().toString();
        return Stream.of(Door.values()).map(door -> Attack.get(door.guardedPath()).at(door).with("X-User-Id", id)
                .with("X-Roles", "admin").with("X-Forwarded-For", Door.HOST).named("claims to be the gateway"));
    }

    @ParameterizedTest
    @MethodSource
    void twoAuthorizationHeadersAreOneTooMany(Attack attack) {
        attack.isRefusedWith(400);
    }

    static Stream<Attack> twoAuthorizationHeadersAreOneTooMany(Scene scene) {
        var me = Attack.get("/api/v1/users/me").as(scene.attacker());
        return Stream.of(me.as(scene.victim()).named("two people's"), me.as(scene.attacker()).named("the same twice"),
                me.with("Authorization", "Basic YTpi").named("two schemes"),
                Attack.get("/api/v1/orders").at(Door.ORDERS).as(scene.attacker()).as(scene.victim())
                        .named("two people's"),
                Attack.get("/api/v1/products").as(scene.attacker()).as(scene.victim()).named("two people's"));
    }
}
