package dev.ashlar.systemtests.hostile;

import static dev.ashlar.systemtests.Shopper.TIMEOUT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.ashlar.systemtests.Admin;
import dev.ashlar.systemtests.Shopper;
import java.util.UUID;

/**
 * A victim with a confirmed order, and an attacker who is signed in and owns nothing. Tests and method sources of a
 * {@link Hostile} class take it as a parameter; each class has its own.
 */
record Fixture(Admin admin, UUID product, Shopper victim, UUID order, Shopper attacker, UnchangedState unchangedState) {

    static Fixture create() {
        var admin = Admin.signedIn();
        var product = admin.addProduct("fixture-" + UUID.randomUUID(), 100);
        var victim = Shopper.registered();
        var order = victim.placeOrder(product, 2);
        await().atMost(TIMEOUT).untilAsserted(() -> assertThat(victim.statusOf(order)).isEqualTo("CONFIRMED"));
        var attacker = Shopper.registered();
        return new Fixture(admin, product, victim, order, attacker,
                new UnchangedState(admin, product, victim, attacker));
    }

    /** The body of a valid order. */
    String validOrder() {
        return "{\"items\":[{\"product_id\":\"%s\",\"quantity\":1}]}".formatted(product);
    }
}
