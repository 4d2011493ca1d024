package dev.ashlar.systemtests.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.systemtests.Admin;
import dev.ashlar.systemtests.Gateway;
import dev.ashlar.systemtests.Patience;
import dev.ashlar.systemtests.Shopper;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;

/** Remembers what no attack may change: two people's profiles, orders and sessions, a product and its stock. */
final class Witness {

    private final Admin admin;
    private final UUID product;
    private final List<Shopper> people;
    private Map<String, Object> remembered;

    Witness(Admin admin, UUID product, Shopper... people) {
        this.admin = admin;
        this.product = product;
        this.people = List.of(people);
        remembered = look();
    }

    /** The test fails if anything is not as it was. It is said once: the next test is not blamed for it. */
    void sawNothing() {
        var before = remembered;
        remembered = look();
        assertThat(remembered).as("what must not have changed").isEqualTo(before);
    }

    private Map<String, Object> look() {
        var places = new LinkedHashMap<String, Supplier<Object>>();
        for (var person : people) {
            places.put("profile of " + person.email(), () -> body(person.gateway(), "/users/me"));
            places.put("orders of " + person.email(), () -> body(person.gateway(), "/orders"));
            places.put("sessions of " + person.email(), () -> ids(body(person.gateway(), "/sessions")));
        }
        places.put("product", () -> body(admin.gateway(), "/products/" + product));
        places.put("stock", () -> body(admin.gateway(), "/products/" + product + "/stock"));
        var names = List.copyOf(places.keySet());
        var seen = AtOnce.times(names.size(), i -> places.get(names.get(i)).get());
        return IntStream.range(0, names.size()).boxed().collect(Collectors.toMap(names::get, seen::get));
    }

    private static JsonNode body(Gateway gateway, String path) {
        return Patience.with(() -> gateway.get(path)).expect(200).body();
    }

    /** When a session was last seen may change. */
    private static List<String> ids(JsonNode page) {
        return page.path("items").valueStream().map(session -> session.path("id").asString()).toList();
    }
}
