package dev.ashlar.systemtests.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.systemtests.Admin;
import dev.ashlar.systemtests.Gateway;
import dev.ashlar.systemtests.RateLimit;
import dev.ashlar.systemtests.Shopper;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/**
 * The state that no attack may change: profiles, orders and sessions of two users, a product and its stock. One check after the
 * last attack of a class is enough, and a check after each attack would cost a minute. An entity tag contains a version, so that
 * no later attack can hide a change. An order, a session and a piece of stock that an attack has added or removed stay so.
 */
final class UnchangedState {

    private final Admin admin;
    private final UUID product;
    private final List<Shopper> shoppers;
    private final Map<String, Object> before;

    UnchangedState(Admin admin, UUID product, Shopper... shoppers) {
        this.admin = admin;
        this.product = product;
        this.shoppers = List.of(shoppers);
        before = read();
    }

    void check() {
        assertThat(read()).as("state that no attack may change").isEqualTo(before);
    }

    private Map<String, Object> read() {
        var state = new LinkedHashMap<String, Object>();
        for (var shopper : shoppers) {
            state.put("profile of " + shopper.email(), tagged(shopper.gateway(), "/users/me"));
            state.put("orders of " + shopper.email(), body(shopper.gateway(), "/orders"));
            state.put("sessions of " + shopper.email(), ids(body(shopper.gateway(), "/sessions")));
        }
        state.put("product", tagged(admin.gateway(), "/products/" + product));
        state.put("stock", body(admin.gateway(), "/products/" + product + "/stock"));
        return state;
    }

    /** The entity tag and the body. */
    private static String tagged(Gateway gateway, String path) {
        var response = RateLimit.retry(() -> gateway.get(path)).expect(200);
        return response.raw().headers().firstValue("ETag").orElseThrow() + response.raw().body();
    }

    private static JsonNode body(Gateway gateway, String path) {
        return RateLimit.retry(() -> gateway.get(path)).expect(200).body();
    }

    /** The time of a session's last use may change. */
    private static List<String> ids(JsonNode page) {
        return page.path("items").valueStream().map(session -> session.path("id").asString()).toList();
    }
}
