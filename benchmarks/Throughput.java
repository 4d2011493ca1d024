import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

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
        measure("GET /products/{id}", clients, seconds, 200, () -> Shop.get(null, "/products/" + product));
        measure("POST /orders", clients, seconds, 201, () -> shop.answerToOrder(product));
    }

    private static void measure(String name, int clients, int seconds, int expected,
            Callable<HttpResponse<String>> request) throws Exception {
        run(clients, seconds, expected, request, new AtomicInteger());
        var shed = new AtomicInteger();
        var begun = System.nanoTime();
        var latencies = run(clients, seconds, expected, request, shed);
        latencies.print(name, "%.0f".formatted(latencies.size() * 1e9 / (System.nanoTime() - begun)), shed);
    }

    private static Latencies run(int clients, int seconds, int expected, Callable<HttpResponse<String>> request,
            AtomicInteger shed) throws Exception {
        var latencies = new Latencies();
        var end = System.nanoTime() + seconds * 1_000_000_000L;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = new ArrayList<Future<?>>();
            for (var client = 0; client < clients; client++) {
                running.add(threads.submit(() -> {
                    while (System.nanoTime() < end) {
                        var sent = System.nanoTime();
                        var answer = request.call();
                        if (answer.statusCode() == 503) {
                            shed.incrementAndGet();
                        } else {
                            Shop.demand(expected, answer);
                            latencies.addSince(sent);
                        }
                    }
                    return null;
                }));
            }
            for (var one : running) {
                one.get();
            }
        }
        return latencies;
    }
}
