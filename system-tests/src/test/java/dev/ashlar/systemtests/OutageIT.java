package dev.ashlar.systemtests;

import static dev.ashlar.systemtests.Shopper.TIMEOUT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RunningStack.class)
class OutageIT {

    @Test
    void acceptsOrdersWithoutKafkaAndInventoryServiceAndConfirmsThemAfterwards() {
        var admin = Admin.signedIn();
        var product = admin.addProduct("outage", 10);
        var shopper = Shopper.registered();
        shopper.placeOrder(product, 1);

        Ashlar.kill(List.of("kafka", "inventory-service"));
        await().atMost(TIMEOUT).untilAsserted(OutageIT::assertOrderServiceIsReadyAndDegraded);
        var orders = IntStream.range(0, 5).mapToObj(_ -> shopper.placeOrder(product, 1)).toList();
        assertThat(orders).allSatisfy(order -> assertThat(shopper.statusOf(order)).isEqualTo("PENDING"));

        Ashlar.start(List.of("kafka", "inventory-service"));
        await().atMost(TIMEOUT.multipliedBy(2)).untilAsserted(() -> assertThat(orders)
                .allSatisfy(order -> assertThat(shopper.statusOf(order)).isEqualTo("CONFIRMED")));
        assertThat(admin.stockOf(product).path("available").intValue()).isEqualTo(4);
        await().atMost(TIMEOUT.multipliedBy(2)).untilAsserted(() -> assertThat(orders).allSatisfy(
                order -> assertThat(admin.mailsSentFor(order)).containsExactly("order-confirmed", "order-received")));
    }

    private static void assertOrderServiceIsReadyAndDegraded() {
        var report = Http.get(Http.uri(8082, "/health/ready")).expect(200).body();
        assertThat(report.path("status").asString()).isEqualTo("healthy");
        assertThat(report.path("degraded").booleanValue()).isTrue();
        assertThat(report.path("checks").path("kafka").path("status").asString()).isEqualTo("down");
    }
}
