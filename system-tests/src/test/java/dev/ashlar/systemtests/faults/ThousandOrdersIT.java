package dev.ashlar.systemtests.faults;

import dev.ashlar.systemtests.Admin;
import dev.ashlar.systemtests.Ashlar;
import dev.ashlar.systemtests.RunningStack;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Repeat a run by {@code -Dfaults.seed=}: the same processes die in the same sequence, after as many orders. */
@ExtendWith(RunningStack.class)
class ThousandOrdersIT {

    /** Of each product, of which two hundred are ordered: some orders have to be rejected. */
    private static final int PIECES = 150;
    private static final int BUYERS = 10;
    private static final int ORDERS_A_BUYER_AND_KILL = 10;

    /** Of the hundred orders around a kill, so many may be accepted before it: fewer than buyers place without it. */
    private static final int LATEST_KILL = 60;
    private static final List<String> VICTIMS = List.of("gateway-service", "user-service", "order-service",
            "inventory-service", "email-service", "analytics-service", "postgres", "redis-sessions", "redis-cache",
            "kafka");

    private final long seed = Long.getLong("faults.seed", 2_026);
    private final Random random = new Random(seed);

    @Test
    void aThousandOrdersSurviveTenKills() throws Exception {
        System.out.printf("Ten kills, -Dfaults.seed=%d%n", seed);
        var admin = Admin.signedIn();
        var products = IntStream.range(0, 5).mapToObj(number -> admin.adds("rush-" + seed + "-" + number, PIECES))
                .toList();
        var ledger = Ledger.open(admin, products.stream().collect(Collectors.toMap(product -> product, _ -> PIECES)));
        var rush = Rush.of(BUYERS, products);

        for (var victim : shuffled()) {
            rush.buyers().forEach(Buyer::signsInAgain);
            rush.places(ORDERS_A_BUYER_AND_KILL, random.nextInt(LATEST_KILL), () -> Ashlar.run("kill", victim),
                    () -> Ashlar.run("start", victim));
        }

        ledger.balances(rush.buyers());
    }

    private List<String> shuffled() {
        var victims = new ArrayList<>(VICTIMS);
        Collections.shuffle(victims, random);
        return victims;
    }
}
