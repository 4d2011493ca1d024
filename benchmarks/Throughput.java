/**
 * How many requests a second the stack answers: clients that ask again as soon as they are answered, first for a product, then
 * to order one. Through the gateway; the limits must be off. Half of the time warms up. What is shed with 503 is counted apart.
 *
 * <pre>LIMITS_ENABLED=false ./ashlar up && java benchmarks/Throughput.java [clients, 8 by default] [seconds each, 20 by default]</pre>
 */
public final class Throughput {

    public static void main(String[] arguments) throws Exception {
        var clients = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 8;
        var seconds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 20;
        var shop = new Shop();
        var product = shop.product(1_000_000);
        Latencies.printHead(clients + " clients, " + seconds + " s each", "per second", "503");
        measure("GET /products/{id}", clients, seconds, 200, _ -> Shop.get(null, "/products/" + product));
        measure("POST /orders", clients, seconds, 201, _ -> shop.answerToOrder(product));
    }

    private static void measure(String name, int clients, int seconds, int expected, Clients.Request request)
            throws Exception {
        Clients.seconds(seconds, clients, expected, request);
        var result = Clients.seconds(seconds, clients, expected, request);
        result.latencies().print(name, result.perSecond("%.0f"), result.shed());
    }
}
