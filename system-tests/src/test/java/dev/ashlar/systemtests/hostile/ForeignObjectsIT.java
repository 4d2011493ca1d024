package dev.ashlar.systemtests.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.systemtests.Shopper;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Objects of other users, and requests that only admins may make (OWASP API1, API5). */
@Hostile
class ForeignObjectsIT {

    private static final String PRODUCT = """
            {"sku":"hostile","name":"x","description":"","category":"x","price":0.01,"currency":"USD"}""";

    @ParameterizedTest
    @MethodSource
    void returnsNotFoundForObjectsOfOtherUsers(Attack attack) {
        attack.expectRefusal(404);
    }

    static Stream<Attack> returnsNotFoundForObjectsOfOtherUsers(Fixture fixture) {
        var order = "/api/v1/orders/" + fixture.order();
        var cancel = Attack.of("POST", order + "/cancel");
        var session = Attack.of("DELETE", "/api/v1/sessions/" + fixture.victim().session());
        var user = Attack.get("/api/v1/users/" + fixture.victim().id());
        return Stream
                .of(Attack.get(order), Attack.get(order).at(EntryPoint.ORDERS), Attack.get(order + "/events"), cancel,
                        cancel.json("{}"), cancel.at(EntryPoint.ORDERS), session, session.at(EntryPoint.USERS), user,
                        user.at(EntryPoint.USERS))
                .map(attack -> attack.as(fixture.attacker()));
    }

    @ParameterizedTest
    @MethodSource
    void forbidsAdminRequestsToUsers(Attack attack) {
        attack.expectRefusal(403);
    }

    static Stream<Attack> forbidsAdminRequestsToUsers(Fixture fixture) {
        return forAdmins(fixture).map(attack -> attack.as(fixture.attacker()));
    }

    @ParameterizedTest
    @MethodSource
    void refusesAdminRequestsOfUnauthenticatedClients(Attack attack) {
        attack.expectRefusal(401);
    }

    static Stream<Attack> refusesAdminRequestsOfUnauthenticatedClients(Fixture fixture) {
        return Stream.concat(forAdmins(fixture), Stream.of(Attack.get("/api/v1/no/such/path"),
                Attack.get("/actuator/env"), Attack.get("/error")));
    }

    private static Stream<Attack> forAdmins(Fixture fixture) {
        var product = "/api/v1/products/" + fixture.product();
        var steps = "/api/v1/order/steps?order_id=" + fixture.order();
        var add = Attack.post("/api/v1/products", PRODUCT);
        var revise = Attack.of("PATCH", product).json("{\"price\":0.01}");
        var adjust = Attack.adjustment(fixture.product(), "{\"delta\":-1,\"reason\":\"theft\"}");
        return Stream.of(add, add.at(EntryPoint.INVENTORY), revise, revise.at(EntryPoint.INVENTORY), adjust,
                adjust.at(EntryPoint.INVENTORY), Attack.get(product + "/stock"), Attack.get("/api/v1/emails"),
                Attack.get("/api/v1/emails?order_id=" + fixture.order()),
                Attack.get("/api/v1/emails").at(EntryPoint.EMAIL),
                Attack.get("/api/v1/analytics/summary"), Attack.get("/api/v1/analytics/sales?granularity=hour"),
                Attack.get("/api/v1/analytics/top-products"),
                Attack.get("/api/v1/analytics/summary").at(EntryPoint.ANALYTICS), Attack.get("/health/detailed"),
                Attack.get("/health/detailed").at(EntryPoint.ORDERS), Attack.get("/api/v1/system"),
                Attack.get("/api/v1/gateway/upstreams"), Attack.get("/api/v1/gateway/firewall"),
                Attack.get("/api/v1/gateway/canaries"),
                Attack.of("PUT", "/api/v1/gateway/canaries/order-service").json("{\"version\":\"v2\",\"weight\":100}"),
                Attack.get("/api/v1/gateway/cache"), Attack.of("DELETE", "/api/v1/gateway/cache"),
                Attack.get("/api/v1/order/dead-letters"), Attack.post("/api/v1/order/dead-letters/replay", "{}"),
                Attack.get("/api/v1/order/dead-letters").at(EntryPoint.ORDERS), Attack.get(steps),
                Attack.get(steps).at(EntryPoint.ORDERS), Attack.post("/api/v1/analytics/rebuild", "{}"));
    }

    @Test
    void aCursorOfAnotherUserRevealsNothing(Fixture fixture) {
        var product = fixture.admin().addProduct("cursor-" + fixture.order(), 9);
        var owner = Shopper.registered();
        owner.placeOrder(product, 1);
        owner.placeOrder(product, 1);
        var page = Attack.get("/api/v1/orders?limit=1").as(owner).expectStatus(200);

        var seen = Attack.get("/api/v1/orders?cursor=" + page.text("next_cursor")).as(fixture.attacker())
                .expectStatus(200);

        assertThat(seen.body().path("items")).isEmpty();
    }

    @Test
    void idempotencyKeysOfDifferentUsersAreIndependent(Fixture fixture) {
        var product = fixture.admin().addProduct("key-" + fixture.order(), 9);
        var owner = Shopper.registered();
        owner.placeOrder(product, 1); // now order-service knows the price
        var order = Attack
                .post("/api/v1/orders", "{\"items\":[{\"product_id\":\"%s\",\"quantity\":1}]}".formatted(product))
                .with("Idempotency-Key", "shared-" + fixture.order());

        var theirs = order.as(owner).expectStatus(201);
        var mine = order.as(Shopper.registered()).expectStatus(201);

        assertThat(mine.id()).isNotEqualTo(theirs.id());
        assertThat(mine.raw().headers().firstValue("Idempotency-Replayed")).isEmpty();
    }
}
