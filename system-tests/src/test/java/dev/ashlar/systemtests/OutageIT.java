package dev.ashlar.systemtests;

import static dev.ashlar.systemtests.Shopper.SOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RunningStack.class)
class OutageIT {

    @Test
    void ordersAreAcceptedWithoutKafkaAndWithoutInventoryAndAreConfirmedAfterwards() {
        var admin = Admin.signedIn();
        var product = admin.adds("outage", 10);
        var shopper = Shopper.registered();
        shopper.orders(product, 1);

        Ashlar.run("kill", "kafka");
        Ashlar.run("kill", "inventory-service");
        await().atMost(SOON).untilAsserted(OutageIT::assertOrderServiceIsReadyAndDegraded);
        var orders = IntStream.range(0, 5).mapToObj(_ -> shopper.orders(product, 1)).toList();
        assertThat(orders).allSatisfy(order -> assertThat(shopper.statusOf(order)).isEqualTo("PENDING"));

        Ashlar.run("start", "kafka");
        Ashlar.run("start", "inventory-service");
        await().atMost(SOON.multipliedBy(2)).untilAsserted(() -> assertThat(orders)
                .allSatisfy(order -> assertThat(shopper.statusOf(order)).isEqualTo("CONFIRMED")));
        assertThat(admin.stockOf(product).path("available").intValue()).isEqualTo(4);
        await().atMost(SOON.multipliedBy(2)).untilAsserted(() -> assertThat(orders).allSatisfy(
                order -> assertThat(admin.mailsSentFor(order)).containsExactly("order-confirmed", "order-received")));
    }

    private static void assertOrderServiceIsReadyAndDegraded() {
        var readiness = Readiness.of(8082);
        assertThat(readiness.status()).isEqualTo(200);
        assertThat(readiness.report().path("status").asString()).isEqualTo("healthy");
        assertThat(readiness.report().path("degraded").booleanValue()).isTrue();
        assertThat(readiness.report().path("checks").path("kafka").path("status").asString()).isEqualTo("down");
    }
}
