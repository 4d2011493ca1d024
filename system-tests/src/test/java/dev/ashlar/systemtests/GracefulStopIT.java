package dev.ashlar.systemtests;

import static dev.ashlar.systemtests.Shopper.SOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RunningStack.class)
class GracefulStopIT {

    @BeforeEach
    void runTwo() {
        Ashlar.run("up", "--scale", "order-service=2");
    }

    @AfterEach
    void runOne() {
        Ashlar.run("kill", "order-service#2");
    }

    @Test
    void anInstanceStopsAndComesBackUnderLoadWithoutAnybodyNoticing() throws Exception {
        var admin = Admin.signedIn();
        var product = admin.adds("graceful-stop", 5_000);
        var shopper = Shopper.registered();
        shopper.orders(product, 1);
        var load = new SteadyLoad(product);
        try (load) {
            await().until(() -> load.orders().size() > 10);

            var stop = CompletableFuture.runAsync(() -> Ashlar.run("kill", "order-service#2", "--signal", "TERM"));
            await().atMost(SOON).until(
                    () -> Instance.ofOrderService(2).statusOf("/health/ready", shopper.gateway().token()) == 503);
            stop.join();
            Ashlar.run("start", "order-service#2");
            var before = load.orders().size();
            await().until(() -> load.orders().size() > before + 20);
        }

        assertThat(load.errors()).isEmpty();
        await().atMost(SOON).untilAsserted(
                () -> assertThat(admin.stockOf(product).path("reserved").intValue())
                        .isEqualTo(load.orders().size() + 1));
        // Hundreds of orders, which the limit of reads spreads over some seconds.
        await().atMost(SOON.multipliedBy(2)).untilAsserted(() -> assertThat(load.orders())
                .allSatisfy(order -> assertThat(statusOf(order, admin)).isEqualTo("CONFIRMED")));
    }

    private static String statusOf(UUID order, Admin admin) {
        return Patience.with(() -> admin.gateway().get("/orders/" + order)).expect(200).text("status");
    }
}
