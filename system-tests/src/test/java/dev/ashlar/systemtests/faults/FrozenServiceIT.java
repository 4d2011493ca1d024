package dev.ashlar.systemtests.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.ashlar.systemtests.Admin;
import dev.ashlar.systemtests.Ashlar;
import dev.ashlar.systemtests.RunningStack;
import dev.ashlar.systemtests.Topics;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A frozen process keeps its locks, its partitions and its connections, and continues its work afterwards. */
@ExtendWith(RunningStack.class)
class FrozenServiceIT {

    /** Longer than the session of a consumer (8 s) and than an idle transaction (15 s). */
    private static final Duration FROZEN = Duration.ofSeconds(20);
    private static final int BUYERS = 5;
    private static final int PIECES = 60;

    @Test
    void ordersWaitForAFrozenInventoryService() throws Exception {
        freezeUnderLoad("inventory-service", buyers -> {
            assertThat(buyers.all()).as("all their orders are accepted")
                    .allSatisfy(buyer -> assertThat(buyer.accepted()).hasSize(15));
            assertThat(buyers.all().stream().flatMap(buyer -> buyer.orders().stream()))
                    .anyMatch(PlacedOrder::isPending);
        });
    }

    @Test
    void ordersWaitForAFrozenOrderService() throws Exception {
        freezeUnderLoad("order-service", buyers -> assertThat(buyers.accepted()).isLessThan(BUYERS * 15));
    }

    /** @param whileFrozen checks that the freeze has an effect */
    private static void freezeUnderLoad(String service, Consumer<ConcurrentBuyers> whileFrozen) throws Exception {
        var admin = Admin.signedIn();
        var product = admin.addProduct("frozen-" + service, PIECES);
        var reconciliation = Reconciliation.start(admin, Map.of(product, PIECES));
        var buyers = ConcurrentBuyers.of(BUYERS, List.of(product));

        buyers.order(15, 30, () -> Ashlar.run("kill", service, "--signal", "STOP"), () -> {
            try {
                await().pollDelay(FROZEN).atMost(FROZEN.multipliedBy(2)).untilAsserted(() -> {
                    assertThat(Topics.members(service)).as("Kafka gives its partitions up").isEmpty();
                    whileFrozen.accept(buyers);
                });
            } finally {
                Ashlar.run("kill", service, "--signal", "CONT");
            }
        });

        reconciliation.check(buyers);
    }
}
