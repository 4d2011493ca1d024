import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

/** Places orders for some seconds. Each accepted order must be confirmed once. */
record Load(Api api) {

    private static final int CLIENTS = 4;

    void run(Duration span) throws Exception {
        var shopper = new Shopper(api);
        var product = api.product(100_000);
        var orders = ConcurrentHashMap.<String>newKeySet();
        var repeated = new AtomicInteger();
        var end = System.nanoTime() + span.toNanos();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var clients = new ArrayList<Future<?>>();
            for (var client = 0; client < CLIENTS; client++) {
                clients.add(threads.submit(() -> {
                    while (System.nanoTime() < end) {
                        orders.add(insist(shopper, product, repeated));
                        // Four of these clients together stay below the write limit of one user.
                        Thread.sleep(250);
                    }
                    return null;
                }));
            }
            for (var client : clients) {
                client.get();
            }
        }
        Check.say("%d orders accepted, %d requests repeated".formatted(orders.size(), repeated.get()));
        Check.await("each one is confirmed", () -> statuses(shopper, orders).equals(Set.of("CONFIRMED")));
        Check.expect("no order was made twice", all(shopper).size() == orders.size());
    }

    /** Repeats a failed request with the same key, as a client should. */
    private String insist(Shopper shopper, String product, AtomicInteger repeated) throws InterruptedException {
        var key = UUID.randomUUID().toString();
        while (true) {
            try {
                var answer = shopper.order(product, 1, key);
                if (answer.status() == 201) {
                    return answer.field("id");
                }
                if (answer.status() < 500 && answer.status() != 409 && answer.status() != 429) {
                    throw new AssertionError("An order was answered " + answer);
                }
            } catch (Api.Unanswered _) {
                // Treated like a 5xx: the order may have been accepted.
            }
            repeated.incrementAndGet();
            Thread.sleep(200);
        }
    }

    private Set<String> statuses(Shopper shopper, Set<String> orders) {
        return Set.copyOf(orders.stream().map(order -> shopper.get("/orders/" + order)).map(answer -> answer.field("status"))
                .toList());
    }

    private List<String> all(Shopper shopper) {
        var found = new ArrayList<String>();
        var cursor = "";
        do {
            var page = shopper.get("/orders?limit=100" + (cursor.isEmpty() ? "" : "&cursor=" + cursor)).expect(200).body();
            Pattern.compile("\\{\"id\":\"([^\"]+)\"").matcher(page).results().forEach(match -> found.add(match.group(1)));
            var next = Pattern.compile("\"next_cursor\":\"([^\"]+)\"").matcher(page);
            cursor = next.find() ? next.group(1) : "";
        } while (!cursor.isEmpty());
        return found;
    }
}
