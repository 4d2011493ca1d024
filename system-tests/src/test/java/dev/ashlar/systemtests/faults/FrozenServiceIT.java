package dev.ashlar.systemtests.faults;

import static org.awaitility.Awaitility.await;

import dev.ashlar.systemtests.Admin;
import dev.ashlar.systemtests.Ashlar;
import dev.ashlar.systemtests.RunningStack;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A process that stands still holds its locks, its partitions and its connections, and comes back with all it had in hand. */
@ExtendWith(RunningStack.class)
class FrozenServiceIT {

    private static final Duration FROZEN = Duration.ofSeconds(20);

    @ParameterizedTest
    @ValueSource(strings = {"order-service", "inventory-service"})
    void ordersOutliveAServiceThatStandsStillForTwentySeconds(String service) throws Exception {
        var admin = Admin.signedIn();
        var product = admin.adds("frozen-" + service, 60);
        var ledger = Ledger.open(admin, Map.of(product, 60));
        var rush = Rush.of(5, List.of(product));

        rush.places(15, 30, () -> Ashlar.run("kill", service, "--signal", "STOP"), () -> {
            try {
                await().pollDelay(FROZEN).atMost(FROZEN.multipliedBy(2)).until(() -> true);
            } finally {
                Ashlar.run("kill", service, "--signal", "CONT");
            }
        });

        ledger.balances(rush.buyers());
    }
}
