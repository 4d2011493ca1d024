package dev.ashlar.systemtests.hostile;

import static dev.ashlar.systemtests.Shopper.SOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.ashlar.systemtests.Admin;
import dev.ashlar.systemtests.Shopper;
import java.util.UUID;

/**
 * Who is there: a victim with a confirmed order for a product, and an attacker who is signed in as well and owns nothing.
 * A parameter of tests and their factories in a {@link Hostile} class; each class has one of its own.
 */
record Scene(Admin admin, UUID product, Shopper victim, UUID order, Shopper attacker, Witness witness) {

    static Scene set() {
        var admin = Admin.signedIn();
        var product = admin.adds("scene-" + UUID.randomUUID(), 100);
        var victim = Shopper.registered();
        var order = victim.orders(product, 2);
        await().atMost(SOON).untilAsserted(() -> assertThat(victim.statusOf(order)).isEqualTo("CONFIRMED"));
        var attacker = Shopper.registered();
        return new Scene(admin, product, victim, order, attacker, new Witness(admin, product, victim, attacker));
    }

    /** An order's body that nothing is wrong with. */
    String goodOrder() {
        return "{\"items\":[{\"product_id\":\"%s\",\"quantity\":1}]}".formatted(product);
    }
}
