import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;

/** Clients that ask again as soon as they are answered. */
final class Clients {

    /** What one of them asks for; clients count from 0. */
    interface Request {
        HttpResponse<String> send(int client) throws Exception;
    }

    /** What comes before each request and is not measured. */
    interface Preparation {
        void run(int client) throws Exception;
    }

    /**
     * @param latencies of the answers that were expected
     * @param shed how many were 503 instead, which is not repeated
     */
    record Result(double seconds, Latencies latencies, int shed) {

        String perSecond(String format) {
            return format.formatted(latencies.size() / seconds);
        }
    }

    private Clients() {}

    /** Together, they ask so many times. */
    static Result times(int times, int clients, int expected, Preparation preparation, Request request)
            throws Exception {
        var left = new AtomicInteger(times);
        return run(clients, expected, () -> left.getAndDecrement() > 0, preparation, request);
    }

    /** Each asks for so long. */
    static Result seconds(int seconds, int clients, int expected, Request request) throws Exception {
        var end = System.nanoTime() + seconds * 1_000_000_000L;
        return run(clients, expected, () -> System.nanoTime() < end, _ -> {}, request);
    }

    private static Result run(int clients, int expected, BooleanSupplier more, Preparation preparation, Request request)
            throws Exception {
        var latencies = new Latencies();
        var shed = new AtomicInteger();
        var begun = System.nanoTime();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = new ArrayList<Future<?>>();
            for (var client = 0; client < clients; client++) {
                var self = client;
                running.add(threads.submit(() -> {
                    while (more.getAsBoolean()) {
                        preparation.run(self);
                        var sent = System.nanoTime();
                        var answer = request.send(self);
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
        return new Result((System.nanoTime() - begun) / 1e9, latencies, shed.get());
    }
}
