import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

/**
 * How long an order takes on the idle stack: from the 201 to confirmed, to both mail rows written, and to counted.
 * One order at a time, each asked after until it is there, through the gateway.
 *
 * <pre>LIMITS_ENABLED=false ./ashlar up && java benchmarks/OrderLatency.java [orders, 200 by default]</pre>
 */
public final class OrderLatency {

    private static final int WARM_UP = 50;
    private static final long BOUND_NANOS = 10_000_000_000L;

    public static void main(String[] arguments) throws Exception {
        var orders = arguments.length == 0 ? 200 : Integer.parseInt(arguments[0]);
        var shop = new Shop();
        var product = shop.product(WARM_UP + orders);
        run(shop, product, WARM_UP);
        var lines = run(shop, product, orders);
        Latencies.printHead(orders + " orders");
        lines.get(0).print("POST /orders answered");
        lines.get(1).print("then confirmed");
        lines.get(2).print("then both mail rows written too");
        lines.get(3).print("then counted too");
    }

    private static List<Latencies> run(Shop shop, String product, int orders) throws Exception {
        var lines = Stream.generate(Latencies::new).limit(4).toList();
        for (var i = 0; i < orders; i++) {
            var before = count(shop);
            var begun = System.nanoTime();
            var order = shop.order(product);
            lines.get(0).addSince(begun);
            var answered = System.nanoTime();
            var checks = List.<Callable<Boolean>>of(() -> shop.isConfirmed(order),
                    () -> Shop.demand(200, Shop.get(shop.admin, "/emails?order_id=" + order)).split("\"template\"").length == 3,
                    () -> count(shop) > before);
            for (var check = 0; check < checks.size(); check++) {
                await(checks.get(check), answered + BOUND_NANOS);
                lines.get(check + 1).addSince(answered);
            }
        }
        return lines;
    }

    private static void await(Callable<Boolean> there, long end) throws Exception {
        while (!there.call()) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("Not there after 10 s");
            }
        }
    }

    private static long count(Shop shop) throws Exception {
        return Long.parseLong(Shop.field(Shop.demand(200, Shop.get(shop.admin, "/analytics/summary")), "orders_confirmed"));
    }
}
