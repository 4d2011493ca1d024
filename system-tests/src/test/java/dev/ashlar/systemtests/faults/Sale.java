package dev.ashlar.systemtests.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.ashlar.systemtests.Admin;
import dev.ashlar.systemtests.Shopper;
import dev.ashlar.systemtests.Topics;
import java.time.Duration;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** Three of ten pieces, sold to one shopper while nobody else buys, and all that has to come of it. */
record Sale(Admin admin, Shopper shopper, UUID product, JsonNode summaryBefore) {

    /** A lease of a mail that a dead worker held has to end first. */
    private static final Duration AT_LAST = Duration.ofSeconds(90);

    static Sale of(Admin admin, Shopper shopper, String sku) throws Exception {
        var product = admin.adds(sku, 10);
        Topics.awaitPublished(product);
        Topics.awaitQuiet();
        return new Sale(admin, shopper, product, admin.summary());
    }

    UUID begins() {
        return shopper.orders(product, 3);
    }

    /** Confirmed, reserved, mailed and counted: once each. */
    void endsWell(UUID order) throws Exception {
        await().atMost(AT_LAST).untilAsserted(() -> assertThat(shopper.statusOf(order)).isEqualTo("CONFIRMED"));
        Topics.awaitQuiet(); // what was not acknowledged has been delivered again
        await().atMost(AT_LAST).untilAsserted(
                () -> assertThat(admin.mailsSentFor(order)).containsExactly("order-confirmed", "order-received"));
        await().atMost(AT_LAST).untilAsserted(() -> assertThat(grown("orders_confirmed")).isOne());
        assertThat(grown("orders_created")).isOne();
        assertThat(admin.stockOf(product).path("available").intValue()).isEqualTo(7);
        assertThat(admin.stockOf(product).path("reserved").intValue()).isEqualTo(3);
    }

    private int grown(String figure) {
        return admin.summary().path(figure).intValue() - summaryBefore.path(figure).intValue();
    }
}
