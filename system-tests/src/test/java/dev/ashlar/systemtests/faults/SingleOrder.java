package dev.ashlar.systemtests.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.ashlar.systemtests.Admin;
import dev.ashlar.systemtests.Shopper;
import dev.ashlar.systemtests.Topics;
import java.time.Duration;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** An order for three of ten pieces, placed while nobody else orders, and all its effects. */
record SingleOrder(Shopper shopper, UUID product, UUID id, JsonNode summaryBefore) {

    /** The lease of a mail must end before a second worker sends it. */
    private static final Duration TIMEOUT = Duration.ofSeconds(90);

    /** Everything but the order. */
    record Prepared(Shopper shopper, UUID product, JsonNode summaryBefore) {

        SingleOrder place() {
            return new SingleOrder(shopper, product, shopper.placeOrder(product, 3), summaryBefore);
        }
    }

    static Prepared prepare(Admin admin, Shopper shopper, String sku) throws Exception {
        var product = admin.addProduct(sku, 10);
        Topics.awaitPublished(product);
        Topics.awaitAllProcessed();
        return new Prepared(shopper, product, admin.summary());
    }

    /** Confirmed, reserved, mailed and counted: once each. New sessions, because an access token lives for five minutes. */
    void assertProcessedOnce() throws Exception {
        var owner = shopper.inAnotherSession();
        var operator = Admin.signedIn();
        await().atMost(TIMEOUT).untilAsserted(() -> assertThat(owner.statusOf(id)).isEqualTo("CONFIRMED"));
        Topics.awaitAllProcessed(); // Kafka has delivered unacknowledged events again
        await().atMost(TIMEOUT).untilAsserted(
                () -> assertThat(operator.mailsSentFor(id)).containsExactly("order-confirmed", "order-received"));
        await().atMost(TIMEOUT).untilAsserted(() -> assertThat(increase(operator, "orders_confirmed")).isOne());
        assertThat(increase(operator, "orders_created")).isOne();
        assertThat(operator.stockOf(product).path("available").intValue()).isEqualTo(7);
        assertThat(operator.stockOf(product).path("reserved").intValue()).isEqualTo(3);
    }

    private int increase(Admin operator, String figure) {
        return operator.summary().path(figure).intValue() - summaryBefore.path(figure).intValue();
    }
}
