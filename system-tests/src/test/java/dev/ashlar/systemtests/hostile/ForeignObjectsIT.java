package dev.ashlar.systemtests.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.systemtests.Shopper;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What belongs to somebody else, and what only admins may do (OWASP API1, API5). */
@Hostile
class ForeignObjectsIT {

    private static final String PRODUCT = """
            {"sku":"hostile","name":"x","description":"","category":"x","price":0.01,"currency":"USD"}""";

    @ParameterizedTest
    @MethodSource
    void whatIsSomebodyElsesIsAsIfItWereNotThere(Attack attack) {
        attack.isRefusedWith(404);
    }

    static Stream<Attack> whatIsSomebodyElsesIsAsIfItWereNotThere(Scene scene) {
        var order = "/api/v1/orders/" + scene.order();
        var cancel = Attack.of("POST", order + "/cancel");
        var session = Attack.of("DELETE", "/api/v1/sessions/" + scene.victim().session());
        var user = Attack.get("/api/v1/users/" + scene.victim().id());
        return Stream.of(Attack.get(order), Attack.get(order).at(Door.ORDERS), Attack.get(order + "/events"), cancel,
                cancel.json("{}"), cancel.at(Door.ORDERS), session, session.at(Door.USERS), user, user.at(Door.USERS))
                .map(attack -> attack.as(scene.attacker()));
    }

    @ParameterizedTest
    @MethodSource
    void whatIsTheAdminsIsForbiddenToOthers(Attack attack) {
        attack.isRefusedWith(403);
    }

    static Stream<Attack> whatIsTheAdminsIsForbiddenToOthers(Scene scene) {
        return forAdmins(scene).map(attack -> attack.as(scene.attacker()));
    }

    @ParameterizedTest
    @MethodSource
    void whatIsTheAdminsIsClosedToStrangers(Attack attack) {
        attack.isRefusedWith(401);
    }

    static Stream<Attack> whatIsTheAdminsIsClosedToStrangers(Scene scene) {
        return Stream.concat(forAdmins(scene),
                Stream.of(Attack.get("/api/v1/gateway/upstreams"), Attack.of("DELETE", "/api/v1/gateway/cache"),
                        Attack.get("/api/v1/order/dead-letters"), Attack.get("/api/v1/no/such/path"),
                        Attack.get("/actuator/env"), Attack.get("/error"), Attack.get("/")));
    }

    private static Stream<Attack> forAdmins(Scene scene) {
        var product = "/api/v1/products/" + scene.product();
        var add = Attack.post("/api/v1/products", PRODUCT);
        var revise = Attack.of("PATCH", product).json("{\"price\":0.01}");
        var adjust = Attack.adjustment(scene.product(), "{\"delta\":-1,\"reason\":\"theft\"}");
        return Stream.of(add, add.at(Door.INVENTORY), revise, revise.at(Door.INVENTORY), adjust,
                adjust.at(Door.INVENTORY), Attack.get(product + "/stock"), Attack.get("/api/v1/emails"),
                Attack.get("/api/v1/emails?order_id=" + scene.order()), Attack.get("/api/v1/emails").at(Door.EMAIL),
                Attack.get("/api/v1/analytics/summary"), Attack.get("/api/v1/analytics/sales?granularity=hour"),
                Attack.get("/api/v1/analytics/top-products"),
                Attack.get("/api/v1/analytics/summary").at(Door.ANALYTICS), Attack.get("/health/detailed"),
                Attack.get("/health/detailed").at(Door.ORDERS));
    }

    @Test
    void aCursorOfSomebodyElsesListShowsNothingOfIt(Scene scene) {
        var product = scene.admin().adds("cursor-" + scene.order(), 9);
        var owner = Shopper.registered();
        owner.orders(product, 1);
        owner.orders(product, 1);
        var page = Attack.get("/api/v1/orders?limit=1").as(owner).isHarmless(200);

        var seen = Attack.get("/api/v1/orders?cursor=" + page.text("next_cursor")).as(scene.attacker())
                .isHarmless(200);

        assertThat(seen.body().path("items")).isEmpty();
    }

    @Test
    void anIdempotencyKeyOfSomebodyElseRepeatsNothingOfTheirs(Scene scene) {
        var product = scene.admin().adds("key-" + scene.order(), 9);
        var owner = Shopper.registered();
        owner.orders(product, 1); // by now the price is known
        var order = Attack
                .post("/api/v1/orders", "{\"items\":[{\"product_id\":\"%s\",\"quantity\":1}]}".formatted(product))
                .with("Idempotency-Key", "shared-" + scene.order());

        var theirs = order.as(owner).isHarmless(201);
        var mine = order.as(Shopper.registered()).isHarmless(201);

        assertThat(mine.id()).isNotEqualTo(theirs.id());
        assertThat(mine.raw().headers().firstValue("Idempotency-Replayed")).isEmpty();
    }
}
