import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;

/**
 * What must hold of a running platform, wherever it runs, asked through its gateway.
 *
 * <pre>
 * ADMIN_PASSWORD=… java .ci/Smoke.java http://127.0.0.1:8080 journey      an order from registration to logout, then what must be refused
 * ADMIN_PASSWORD=… java .ci/Smoke.java http://127.0.0.1:8080 load 20      orders for 20 s; each that was accepted gets confirmed, once
 * </pre>
 */
public final class Smoke {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final int CLIENTS = 4;
    private static final HttpClient CLIENT = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5)).build();
    private static final long BEGUN = System.nanoTime();

    private final String gateway;
    private final String admin;

    private Smoke(String gateway) {
        this.gateway = gateway;
        this.admin = logIn("admin@ashlar.local", System.getenv("ADMIN_PASSWORD"));
    }

    public static void main(String[] arguments) throws Exception {
        var smoke = new Smoke(arguments[0]);
        switch (arguments[1]) {
            case "journey" -> {
                smoke.journey();
                smoke.refusals();
            }
            case "load" -> smoke.load(Duration.ofSeconds(Long.parseLong(arguments[2])));
            default -> throw new IllegalArgumentException(arguments[1]);
        }
    }

    private void journey() {
        var product = product(10);
        var shopper = new Shopper();
        say("registered and logged in");
        var order = shopper.order(product, 3, UUID.randomUUID().toString()).expect(201).field("id");
        say("ordered");
        await("the order is confirmed", () -> shopper.get("/orders/" + order).field("status").equals("CONFIRMED"));
        expect("stock is reserved", get(admin, "/products/" + product + "/stock").body().matches(
                "\\{\"available\":7,\"reserved\":3}"));
        await("both mails are sent", () -> get(admin, "/emails?order_id=" + order).body().split("\"SENT\"").length == 3);
        await("the order is counted",
                () -> get(admin, "/analytics/top-products?limit=100").body().contains(product));
        shopper.logOut();
        shopper.get("/users/me").expect(401);
        shopper.get("/orders/" + order).expect(401);
        say("the logout ended the session everywhere");
    }

    private void refusals() {
        var shopper = new Shopper();
        var product = product(1);
        var order = shopper.order(product, 2, "too-many").expect(201).field("id");
        await("more than there is in stock is rejected",
                () -> shopper.get("/orders/" + order).field("status").equals("REJECTED"));
        shopper.order(product, 2, "too-many").expect(201);
        shopper.order(product, 1, "too-many").expect(422);
        shopper.get("/emails?order_id=" + order).expect(403);
        shopper.get("/users/" + UUID.randomUUID()).expect(404);
        new Shopper().get("/orders/" + order).expect(404);
        get(null, "/orders").expect(401);
        get("not.a.token", "/orders").expect(401);
        get(shopper.token + "x", "/orders").expect(401);
        get(shopper.token, "/nothing-here").expect(404);
        get(null, "/products?limit=0").expect(400);
        get(null, "/products?colour=red").expect(400);
        post(shopper.token, "/orders", "{\"items\":[]}", "empty").expect(400);
        post(shopper.token, "/orders", "{\"items\":", "cut").expect(400);
        post(null, "/users", "{\"email\":\"a@example.org\",\"name\":\"A\",\"password\":\"short\"}", "short").expect(400);
        post(null, "/users", "{\"name\":\"" + "x".repeat(70_000) + "\"}", "long").expect(413);
        post(null, "/sessions", "{\"email\":\"admin@ashlar.local\",\"password\":\"guessed-and-wrong\"}", "g").expect(401);
        send(request("/products").header("X-Padding", "x".repeat(20_000)).GET()).expect(431);
        send(request("/users/me").header("X-User-Id", UUID.randomUUID().toString()).GET()).expect(401);
        send(HttpRequest.newBuilder(URI.create(gateway + "/actuator/prometheus")).GET()).expect(401);
        say("what must be refused is refused");
    }

    private void load(Duration span) throws Exception {
        var shopper = new Shopper();
        var product = product(100_000);
        var orders = ConcurrentHashMap.<String>newKeySet();
        var repeated = new AtomicInteger();
        var end = System.nanoTime() + span.toNanos();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var clients = new ArrayList<Future<?>>();
            for (var client = 0; client < CLIENTS; client++) {
                clients.add(threads.submit(() -> {
                    while (System.nanoTime() < end) {
                        orders.add(insist(shopper, product, repeated));
                        // Four of these together stay below what a user may write.
                        Thread.sleep(250);
                    }
                    return null;
                }));
            }
            for (var client : clients) {
                client.get();
            }
        }
        say("%d orders accepted, %d requests repeated".formatted(orders.size(), repeated.get()));
        await("each one is confirmed", () -> statuses(shopper, orders).equals(Set.of("CONFIRMED")));
        expect("no order was made twice", all(shopper).size() == orders.size());
    }

    /** As a client should: what failed is asked for again, under the same key. */
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
            } catch (Unanswered _) {
                // As good as a 5xx: it may have been accepted.
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

    /** A new product, orderable already. */
    private String product(int stock) {
        var sku = "smoke-" + UUID.randomUUID();
        var product = post(admin, "/products", """
                {"sku":"%s","name":"Smoke test","description":"","category":"tests","price":19.90,"currency":"USD"}"""
                .formatted(sku), sku).expect(201).field("id");
        post(admin, "/products/" + product + "/stock-adjustments", "{\"delta\":" + stock + ",\"reason\":\"smoke\"}", sku)
                .expect(201);
        var probe = new Shopper();
        await("a new product is orderable", () -> probe.order(product, 1_000, UUID.randomUUID().toString()).status() == 201);
        return product;
    }

    private String logIn(String email, String password) {
        return session(email, password).field("access_token");
    }

    private Answer session(String email, String password) {
        return post(null, "/sessions", "{\"email\":\"%s\",\"password\":\"%s\"}".formatted(email, password), email)
                .expect(201);
    }

    private Answer get(String token, String path) {
        return send(authorized(request(path), token).GET());
    }

    private Answer post(String token, String path, String body, String key) {
        return send(authorized(request(path), token).header("Content-Type", "application/json")
                .header("Idempotency-Key", key).POST(BodyPublishers.ofString(body)));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(gateway + "/api/v1" + path)).timeout(Duration.ofSeconds(20));
    }

    private static HttpRequest.Builder authorized(HttpRequest.Builder request, String token) {
        return token == null ? request : request.header("Authorization", "Bearer " + token);
    }

    private static Answer send(HttpRequest.Builder builder) {
        var request = builder.build();
        try {
            return new Answer(request, CLIENT.send(request, BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new Unanswered(request.method() + " " + request.uri(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static void await(String what, BooleanSupplier there) {
        var end = System.nanoTime() + SOON.toNanos();
        while (!there.getAsBoolean()) {
            expect(what + ", but not within " + SOON.toSeconds() + " s", System.nanoTime() < end);
        }
        say(what);
    }

    private static void expect(String what, boolean holds) {
        if (!holds) {
            throw new AssertionError("Expected: " + what);
        }
    }

    private static void say(String what) {
        System.out.printf("%7d ms  %s%n", (System.nanoTime() - BEGUN) / 1_000_000, what);
    }

    private record Answer(HttpRequest request, HttpResponse<String> response) {

        int status() {
            return response.statusCode();
        }

        String body() {
            return response.body();
        }

        Answer expect(int status) {
            Smoke.expect("%d, not %s".formatted(status, this), status() == status);
            return this;
        }

        String field(String name) {
            var match = Pattern.compile("\"" + name + "\":\"?([^\",}]+)").matcher(body());
            Smoke.expect("a field %s in %s".formatted(name, this), match.find());
            return match.group(1);
        }

        @Override
        public String toString() {
            return "%s %s: %d %s".formatted(request.method(), request.uri(), status(), body());
        }
    }

    private static final class Unanswered extends RuntimeException {

        Unanswered(String request, IOException cause) {
            super(request, cause);
        }
    }

    /** Somebody who has just registered. */
    private final class Shopper {

        private final String token;
        private final String session;

        Shopper() {
            var email = "smoke-%s@example.org".formatted(UUID.randomUUID());
            var password = UUID.randomUUID().toString();
            post(null, "/users", "{\"email\":\"%s\",\"name\":\"Smoke\",\"password\":\"%s\"}".formatted(email, password), email)
                    .expect(201);
            var answer = session(email, password);
            token = answer.field("access_token");
            session = answer.field("session_id");
        }

        Answer get(String path) {
            return Smoke.this.get(token, path);
        }

        Answer order(String product, int quantity, String key) {
            return post(token, "/orders", "{\"items\":[{\"product_id\":\"%s\",\"quantity\":%d}]}".formatted(product,
                    quantity), key);
        }

        void logOut() {
            send(authorized(request("/sessions/" + session), token).DELETE()).expect(204);
        }
    }
}
