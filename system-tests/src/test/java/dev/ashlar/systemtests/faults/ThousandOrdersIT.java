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
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** {@code -Dfaults.seed=} repeats a run: the same processes die in the same sequence, after the same number of orders. */
@ExtendWith(RunningStack.class)
class ThousandOrdersIT {

    /** Two hundred pieces of each product are ordered, so some orders must be rejected. */
    private static final int PIECES = 150;
    private static final int BUYERS = 10;
    private static final int ORDERS_PER_BUYER = 100;

    /** Below the number of orders that buyers place without the fault, for each process that dies. */
    private static final int MOST_ORDERS_BEFORE_KILL = 60;
    private static final List<String> PROCESSES = List.of("gateway-service", "user-service", "order-service",
            "inventory-service", "email-service", "analytics-service", "postgres", "redis-sessions", "redis-cache",
            "kafka");

    private final long seed = Long.getLong("faults.seed", 2_026);
    private final Random random = new Random(seed);

    @Test
    void aThousandOrdersSurviveTenKillsInPairs() throws Exception {
        orderWhileProcessesDie(2);
    }

    @Test
    @Tag("nightly")
    void aThousandOrdersSurviveTenSingleKills() throws Exception {
        orderWhileProcessesDie(1);
    }

    private void orderWhileProcessesDie(int atOnce) throws Exception {
        System.out.printf("Ten kills, %d at once, -Dfaults.seed=%d%n", atOnce, seed);
        var admin = Admin.signedIn();
        var products = IntStream.range(0, 5)
                .mapToObj(number -> admin.addProduct("kills-%d-%d-%d".formatted(seed, atOnce, number), PIECES))
                .toList();
        var reconciliation = Reconciliation.start(admin,
                products.stream().collect(Collectors.toMap(product -> product, _ -> PIECES)));
        var buyers = ConcurrentBuyers.of(BUYERS, products);

        var processes = shuffled();
        for (var first = 0; first < processes.size(); first += atOnce) {
            var dying = processes.subList(first, first + atOnce);
            buyers.signInAgain();
            buyers.order(ORDERS_PER_BUYER * atOnce / processes.size(), random.nextInt(MOST_ORDERS_BEFORE_KILL * atOnce),
                    () -> Ashlar.kill(dying), () -> Ashlar.start(dying));
        }

        reconciliation.check(buyers);
    }

    private List<String> shuffled() {
        var processes = new ArrayList<>(PROCESSES);
        Collections.shuffle(processes, random);
        return processes;
    }
}
