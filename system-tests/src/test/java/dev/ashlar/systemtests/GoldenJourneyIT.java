package dev.ashlar.systemtests;

import static dev.ashlar.systemtests.Shopper.TIMEOUT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RunningStack.class)
class GoldenJourneyIT {

    /** Analytics then counts only the orders of this test. */
    @BeforeEach
    void awaitEarlierEvents() throws Exception {
        Topics.awaitAllProcessed();
    }

    @Test
    void anOrderIsReservedConfirmedMailedAndCountedAndALogoutEndsTheSessionEverywhere() {
        var admin = Admin.signedIn();
        var product = admin.addProduct("golden-journey", 10);
        var before = admin.summary();
        var shopper = Shopper.registered();

        var found = shopper.gateway().get("/products?q=golden-journey").expect(200).body().path("items");
        assertThat(found).hasSize(1);
        var order = shopper.placeOrder(product, 3);

        await().atMost(TIMEOUT).untilAsserted(() -> assertThat(shopper.statusOf(order)).isEqualTo("CONFIRMED"));
        assertThat(shopper.order(order).body().path("total").decimalValue()).isEqualByComparingTo("59.70");
        assertThat(admin.stockOf(product).path("available").intValue()).isEqualTo(7);
        assertThat(admin.stockOf(product).path("reserved").intValue()).isEqualTo(3);
        await().atMost(TIMEOUT).untilAsserted(
                () -> assertThat(admin.mailsSentFor(order)).containsExactly("order-confirmed", "order-received"));
        await().atMost(TIMEOUT).untilAsserted(() -> {
            var now = admin.summary();
            assertThat(now.path("orders_confirmed").intValue())
                    .isEqualTo(before.path("orders_confirmed").intValue() + 1);
            assertThat(now.path("revenue").decimalValue().subtract(before.path("revenue").decimalValue()))
                    .isEqualByComparingTo("59.70");
        });

        shopper.gateway().delete("/sessions/" + shopper.session()).expect(204);
        shopper.gateway().get("/orders/" + order).expect(401);
        shopper.gateway().get("/users/me").expect(401);
    }

    @Test
    void aCancelledOrderReturnsItsStockSendsAMailAndAddsNoRevenue() {
        var admin = Admin.signedIn();
        var product = admin.addProduct("second-thoughts", 10);
        var before = admin.summary();
        var shopper = Shopper.registered();
        var order = shopper.placeOrder(product, 4);
        await().atMost(TIMEOUT).untilAsserted(() -> assertThat(shopper.statusOf(order)).isEqualTo("CONFIRMED"));
        await().atMost(TIMEOUT).untilAsserted(() -> assertThat(admin.summary().path("revenue").decimalValue())
                .isEqualByComparingTo(before.path("revenue").decimalValue().add(new BigDecimal("79.60"))));

        shopper.gateway().post("/orders/" + order + "/cancel", Map.of()).expect(200);
        shopper.gateway().post("/orders/" + order + "/cancel", Map.of()).expect(409);

        assertThat(shopper.statusOf(order)).isEqualTo("CANCELLED");
        await().atMost(TIMEOUT).untilAsserted(
                () -> assertThat(admin.stockOf(product).path("available").intValue()).isEqualTo(10));
        assertThat(admin.stockOf(product).path("reserved").intValue()).isZero();
        await().atMost(TIMEOUT).untilAsserted(() -> assertThat(admin.mailsSentFor(order))
                .containsExactly("order-cancelled", "order-confirmed", "order-received"));
        await().atMost(TIMEOUT).untilAsserted(() -> assertThat(admin.summary().path("orders_cancelled").intValue())
                .isEqualTo(before.path("orders_cancelled").intValue() + 1));
        assertThat(admin.summary().path("revenue").decimalValue())
                .isEqualByComparingTo(before.path("revenue").decimalValue());
    }

    @Test
    void anOrderThatCannotBeReservedIsRejectedAndLeavesTheStockUnchanged() {
        var admin = Admin.signedIn();
        var product = admin.addProduct("too-few", 2);
        var shopper = Shopper.registered();

        var order = shopper.placeOrder(product, 3);

        await().atMost(TIMEOUT).untilAsserted(() -> assertThat(shopper.statusOf(order)).isEqualTo("REJECTED"));
        assertThat(shopper.order(order).text("reason")).isEqualTo("insufficient_stock");
        assertThat(admin.stockOf(product).path("available").intValue()).isEqualTo(2);
        assertThat(admin.stockOf(product).path("reserved").intValue()).isZero();
        await().atMost(TIMEOUT).untilAsserted(
                () -> assertThat(admin.mailsSentFor(order)).containsExactly("order-received", "order-rejected"));
    }
}
