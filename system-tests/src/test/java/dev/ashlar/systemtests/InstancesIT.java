package dev.ashlar.systemtests;

import static dev.ashlar.systemtests.Shopper.TIMEOUT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

/** Two instances of order-service and of user-service. The tests leave the second ones dead, to save their starts. */
@TestMethodOrder(OrderAnnotation.class)
@ExtendWith(RunningStack.class)
class InstancesIT {

    /** Below the rate limit of reads, which is fifty a second. */
    private static final Duration READ_INTERVAL = Duration.ofMillis(25);

    @BeforeAll
    static void startSecondInstances() {
        Ashlar.run("up", "--scale", "order-service=2", "--scale", "user-service=2");
    }

    @AfterAll
    static void stopSecondInstances() {
        Ashlar.run("scale", "order-service=1", "user-service=1");
    }

    @Test
    void eachInstanceServesEachRequest() {
        var product = Admin.signedIn().addProduct("any-instance", 10);
        var shopper = Shopper.registered();
        var order = shopper.placeOrder(product, 1);

        for (var number : new int[]{1, 2}) {
            var status = Instance.ofOrderService(number).statusOf("/api/v1/orders/" + order, shopper.token());
            assertThat(status).isEqualTo(200);
        }
    }

    /** The two instances create these sessions in turn. */
    @Test
    void sessionsOutliveTheInstanceThatCreatedThem() {
        var shoppers = IntStream.range(0, 4).mapToObj(_ -> Shopper.registered()).toList();

        Ashlar.run("kill", "user-service#2");

        assertThat(shoppers).allSatisfy(shopper -> shopper.gateway().get("/users/me").expect(200));
        shoppers.getFirst().gateway().delete("/sessions/" + shoppers.getFirst().session()).expect(204);
        shoppers.getFirst().gateway().get("/users/me").expect(401);
    }

    @Test
    void anInstanceStopsAndStartsUnderLoadWithoutAnyError() throws Exception {
        var admin = Admin.signedIn();
        var product = admin.addProduct("graceful-stop", 5_000);
        var token = Shopper.registered().token();
        Shopper.registered().placeOrder(product, 1);
        var load = new SteadyLoad(product);
        try (load) {
            await().until(() -> load.orders() > 10);

            var stop = CompletableFuture.runAsync(() -> Ashlar.run("kill", "order-service#2", "--signal", "TERM"));
            await().until(() -> Instance.ofOrderService(2).statusOf("/health/ready", token) == 503);
            stop.join();
            Ashlar.run("start", "order-service#2");
            var before = load.orders();
            await().until(() -> load.orders() > before + 20);
        }

        assertThat(load.errors()).isEmpty();
        await().untilAsserted(() -> assertThat(admin.stockOf(product).path("reserved").intValue())
                .isEqualTo(load.orders() + 1));
        await().untilAsserted(() -> assertThat(load.statuses()).hasSize(load.orders()).containsOnly("CONFIRMED"));
    }

    @Test
    @Order(Integer.MAX_VALUE)
    void readersDoNotNoticeThatAnInstanceIsKilled() {
        var product = Admin.signedIn().addProduct("killed-instance", 10);
        var shopper = Shopper.registered();
        var order = shopper.placeOrder(product, 1);

        var kill = CompletableFuture.runAsync(() -> Ashlar.run("kill", "order-service#2"));
        await().atMost(TIMEOUT).pollDelay(Duration.ZERO).pollInterval(READ_INTERVAL)
                .until(() -> shopper.order(order).status() == 200 && kill.isDone());
        kill.join();
        IntStream.range(0, 10).forEach(_ -> shopper.order(order));
    }
}
