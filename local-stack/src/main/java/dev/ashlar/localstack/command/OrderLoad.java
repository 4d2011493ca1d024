package dev.ashlar.localstack.command;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import dev.ashlar.process.StackFailure;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Places orders at a constant rate and counts their outcomes. The sequence of orders is the same in each run. An order
 * without a clear response is sent again with its idempotency key.
 */
final class OrderLoad {

    /** Well below the write limit of one user. */
    private static final int ORDERS_A_SHOPPER_AND_SECOND = 5;
    private static final int MOST_ATTEMPTS = 20;
    private static final int PAUSE_MILLIS = 500;
    private static final int PAGE = 100;
    private static final long UNTIL_DECIDED_NANOS = TimeUnit.SECONDS.toNanos(60);

    private final GatewayClient api;
    private final Random random = new Random(2026);
    private final Terminal terminal;
    private final List<Shopper> shoppers;
    private final List<String> products;
    /** Why orders were given up, each reason once. */
    private final Set<String> problems = ConcurrentHashMap.newKeySet();
    private final int rate;
    private final int seconds;

    private static final class Shopper {

        private final String email = "load-%s@example.org".formatted(UUID.randomUUID());
        private final String password = UUID.randomUUID().toString();
        /** The id of each accepted order, by idempotency key. */
        private final Map<String, String> accepted = new ConcurrentHashMap<>();
        private final Set<String> refused = ConcurrentHashMap.newKeySet();
        private final Set<String> unanswered = ConcurrentHashMap.newKeySet();
        private volatile String token = "";
    }

    OrderLoad(GatewayClient api, Terminal terminal, int rate, int seconds) throws InterruptedException {
        this.api = api;
        this.terminal = terminal;
        this.rate = rate;
        this.seconds = seconds;
        shoppers = new ArrayList<>();
        for (var count = 0; count < Math.ceilDiv(rate, ORDERS_A_SHOPPER_AND_SECOND); count++) {
            shoppers.add(register(new Shopper()));
        }
        products = api.get("/products?sort=name&limit=" + PAGE, "").expect(200).path("items").valueStream()
                .filter(item -> item.path("in_stock").asBoolean())
                .map(item -> item.path("id").asString())
                .toList();
        if (products.isEmpty()) {
            throw new StackFailure("no product is in stock");
        }
    }

    /** @return the exit code */
    int run() throws InterruptedException {
        place();
        var ledger = settled();
        ledger.forEach((name, count) -> terminal.out().printf("%-10s%6d%n", name, count));
        problems.forEach(terminal.err()::println);
        return ledger.get("lost") + ledger.get("doubled") == 0 ? 0 : 1;
    }

    private Shopper register(Shopper shopper) throws InterruptedException {
        var account = Map.of("email", shopper.email, "name", "Load", "password", shopper.password);
        GatewayClient.until("a shopper should be registered",
                () -> Optional.of(api.post("/users", "", account)).filter(answer -> answer.status() != 429))
                .expect(201);
        logIn(shopper);
        return shopper;
    }

    private void logIn(Shopper shopper) throws InterruptedException {
        shopper.token = GatewayClient.until("a shopper should log in", () -> Optional.of(
                api.post("/sessions", "", Map.of("email", shopper.email, "password", shopper.password)))
                .filter(answer -> answer.status() != 429)).expect(201).path("access_token").asString();
    }

    /** Sends the next order on time, even if earlier ones have no response yet. */
    private void place() throws InterruptedException {
        var begun = System.nanoTime();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var number = 0L; number < (long) rate * seconds; number++) {
                var due = begun + TimeUnit.SECONDS.toNanos(1) * number / rate;
                TimeUnit.NANOSECONDS.sleep(due - System.nanoTime());
                var shopper = shoppers.get((int) (number % shoppers.size()));
                var items = items();
                threads.submit(() -> {
                    try {
                        return place(shopper, items);
                    } catch (RuntimeException e) {
                        problems.add(String.valueOf(e.getMessage())); // the order stays without a response
                        throw e;
                    }
                });
                if (number > 0 && number % (rate * 10L) == 0) {
                    terminal.out().printf("%d s: %d accepted%n", number / rate, accepted());
                }
            }
        }
    }

    private List<Map<String, Object>> items() {
        return IntStream.rangeClosed(0, random.nextInt(3))
                .mapToObj(_ -> products.get(random.nextInt(products.size())))
                .distinct()
                .map(product -> Map.<String, Object>of("product_id", product, "quantity", 1))
                .toList();
    }

    private Void place(Shopper shopper, List<Map<String, Object>> items) throws InterruptedException {
        var key = UUID.randomUUID().toString();
        shopper.unanswered.add(key);
        for (var attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
            var answer = tryToPlace(shopper, key, items);
            switch (answer.status()) {
                case 201 -> {
                    shopper.accepted.put(key, answer.body().path("id").asString());
                    shopper.unanswered.remove(key);
                    return null;
                }
                case 400, 403, 422 -> {
                    shopper.refused.add(key);
                    shopper.unanswered.remove(key);
                    return null;
                }
                case 401 -> logIn(shopper);
                default -> TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
            }
        }
        return null;
    }

    private GatewayClient.Answer tryToPlace(Shopper shopper, String key, List<Map<String, Object>> items)
            throws InterruptedException {
        try {
            return api.postOnce("/orders", shopper.token, key, Map.of("items", items));
        } catch (StackFailure noAnswer) {
            return new GatewayClient.Answer("POST /orders", 0, JsonNodeFactory.instance.objectNode());
        }
    }

    /** Waits until every order is decided, for at most one minute. */
    private Map<String, Integer> settled() throws InterruptedException {
        var deadline = System.nanoTime() + UNTIL_DECIDED_NANOS;
        while (true) {
            var ledger = ledger();
            if (ledger.get("pending") == 0 || System.nanoTime() > deadline) {
                return ledger;
            }
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
        }
    }

    private Map<String, Integer> ledger() throws InterruptedException {
        var ledger = new LinkedHashMap<String, Integer>();
        List.of("accepted", "confirmed", "rejected", "pending", "lost", "doubled", "refused", "unanswered")
                .forEach(name -> ledger.put(name, 0));
        for (var shopper : shoppers) {
            var orders = orders(shopper);
            orders.values().forEach(status -> ledger.merge(status.toLowerCase(Locale.ROOT), 1, Integer::sum));
            var ids = new HashSet<>(shopper.accepted.values());
            var unknown = (int) orders.keySet().stream().filter(id -> !ids.contains(id)).count();
            ledger.merge("lost", (int) ids.stream().filter(id -> !orders.containsKey(id)).count(), Integer::sum);
            // An order in the list without an accepted response belongs to a key without a response. Two keys never share an order.
            ledger.merge("doubled", Math.max(0, unknown - shopper.unanswered.size()) + shopper.accepted.size()
                    - ids.size(), Integer::sum);
            ledger.merge("accepted", shopper.accepted.size(), Integer::sum);
            ledger.merge("refused", shopper.refused.size(), Integer::sum);
            ledger.merge("unanswered", shopper.unanswered.size(), Integer::sum);
        }
        return ledger;
    }

    private int accepted() {
        return shoppers.stream().mapToInt(shopper -> shopper.accepted.size()).sum();
    }

    /** The status of each order of the shopper, by order id. */
    private Map<String, String> orders(Shopper shopper) throws InterruptedException {
        var orders = new ConcurrentHashMap<String, String>();
        var cursor = "";
        do {
            var page = page(shopper, cursor);
            page.path("items")
                    .forEach(order -> orders.put(order.path("id").asString(), order.path("status").asString()));
            cursor = page.path("next_cursor").asString("");
        } while (!cursor.isEmpty());
        return orders;
    }

    private JsonNode page(Shopper shopper, String cursor) throws InterruptedException {
        var path = "/orders?limit=" + PAGE + (cursor.isEmpty() ? "" : "&cursor=" + cursor);
        return GatewayClient.until("the orders should be listed", () -> {
            var answer = api.get(path, shopper.token);
            if (answer.status() == 401) {
                logIn(shopper);
            }
            return Optional.of(answer).filter(one -> one.status() == 200);
        }).body();
    }
}
