import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * How long orders wait when one of two consumers is killed with -9: two instances of inventory-service share the partitions of
 * {@code orders}; one dies while an order is placed every 100 ms, and the longest way of an order to confirmed is the fail-over.
 * Then how long the killed one takes until it is ready again. Adds the second instance and ends it afterwards.
 *
 * <pre>LIMITS_ENABLED=false ./ashlar up && java benchmarks/FailOver.java [rounds, 5 by default]</pre>
 */
public final class FailOver {

    private static final int ORDERS = 40;
    private static final int KILLED_AFTER = 10;
    private static final long BOUND_NANOS = 60_000_000_000L;

    private record Placed(String order, long at) {}

    public static void main(String[] arguments) throws Exception {
        var rounds = arguments.length == 0 ? 5 : Integer.parseInt(arguments[0]);
        var shop = new Shop();
        var product = shop.product(1_000_000);
        var failOver = new ArrayList<Double>();
        var restart = new ArrayList<Double>();
        Shop.ashlar("start", "inventory-service#2");
        try {
            for (var round = 0; round < rounds; round++) {
                shared(shop, product);
                failOver.add(longest(shop, place(shop, product)));
                var begun = System.nanoTime();
                Shop.ashlar("start", "inventory-service#1");
                restart.add((System.nanoTime() - begun) / 1e9);
            }
        } finally {
            Shop.ashlar("kill", "inventory-service#2", "--signal", "TERM");
        }
        print("longest way to confirmed, s", failOver);
        print("killed service ready again, s", restart);
    }

    /** Both instances work: a rebalance is over when orders come through at once, twenty in a row. */
    private static void shared(Shop shop, String product) throws Exception {
        for (var quick = 0; quick < 20;) {
            var waited = longest(shop, List.of(new Placed(shop.order(product), System.nanoTime())));
            quick = waited < 0.5 ? quick + 1 : 0;
        }
    }

    private static List<Placed> place(Shop shop, String product) throws Exception {
        var placed = new ArrayList<Placed>();
        for (var i = 0; i < ORDERS; i++) {
            if (i == KILLED_AFTER) {
                Shop.ashlar("kill", "inventory-service#1");
            }
            placed.add(new Placed(shop.order(product), System.nanoTime()));
            Thread.sleep(100);
        }
        return placed;
    }

    /** Seconds; asks after all of them in turn, so that none waits for another. */
    private static double longest(Shop shop, List<Placed> placed) throws Exception {
        var open = new ArrayList<>(placed);
        var longest = 0.0;
        while (!open.isEmpty()) {
            for (var one : List.copyOf(open)) {
                var waited = System.nanoTime() - one.at();
                if (shop.isConfirmed(one.order())) {
                    open.remove(one);
                    longest = Math.max(longest, waited / 1e9);
                } else if (waited > BOUND_NANOS) {
                    throw new IllegalStateException("Not confirmed after 60 s: " + one.order());
                }
            }
        }
        return longest;
    }

    private static void print(String name, List<Double> each) {
        System.out.printf("%-34s %s, worst %.1f%n", name, each.stream().map("%.1f"::formatted).toList(),
                each.stream().flatMapToDouble(DoubleStream::of).max().orElseThrow());
    }
}
