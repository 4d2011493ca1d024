package dev.ashlar.systemtests;

import static dev.ashlar.systemtests.Shopper.SOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RunningStack.class)
class InstancesIT {

    /** Below the limit of reads, which is fifty a second. */
    private static final Duration READ_EVERY = Duration.ofMillis(25);

    @BeforeAll
    static void runTwo() {
        Ashlar.run("up", "--scale", "order-service=2", "--scale", "user-service=2");
    }

    @AfterAll
    static void runOne() {
        Ashlar.run("kill", "order-service#2");
        Ashlar.run("kill", "user-service#2");
    }

    @Test
    void anyInstanceServesAnyRequest() {
        var product = Admin.signedIn().adds("any-instance", 10);
        var shopper = Shopper.registered();
        var order = shopper.orders(product, 1);

        for (var number : new int[]{1, 2}) {
            var status = Instance.ofOrderService(number).statusOf("/api/v1/orders/" + order,
                    shopper.gateway().token());
            assertThat(status).isEqualTo(200);
        }
    }

    @Test
    void sessionsOutliveTheInstanceThatMadeThem() {
        var shoppers = IntStream.range(0, 4).mapToObj(_ -> Shopper.registered()).toList();

        Ashlar.whileDead("user-service", () -> {
            assertThat(shoppers).allSatisfy(shopper -> shopper.gateway().get("/users/me").expect(200));
            shoppers.getFirst().gateway().delete("/sessions/" + shoppers.getFirst().session()).expect(204);
            shoppers.getFirst().gateway().get("/users/me").expect(401);
        });
    }

    @Test
    void readersDoNotNoticeThatAnInstanceIsKilled() {
        var product = Admin.signedIn().adds("killed-instance", 10);
        var shopper = Shopper.registered();
        var order = shopper.orders(product, 1);

        var kill = CompletableFuture.runAsync(() -> Ashlar.run("kill", "order-service#2"));
        await().atMost(SOON).pollDelay(Duration.ZERO).pollInterval(READ_EVERY)
                .until(() -> shopper.order(order).status() == 200 && kill.isDone());
        kill.join();
        IntStream.range(0, 10).forEach(_ -> shopper.order(order));

        Ashlar.run("start", "order-service#2");
    }
}
