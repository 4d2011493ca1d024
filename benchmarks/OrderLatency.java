import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;

/**
 * How long an order takes on the idle stack: from the 201 to confirmed, to both mail rows written, and to counted.
 * One order at a time, each asked after until it is there, through the gateway. Prints microseconds.
 *
 * <pre>LIMITS_ENABLED=false ./ashlar up && java benchmarks/OrderLatency.java [orders, 200 by default]</pre>
 */
public final class OrderLatency {

    private static final String API = System.getProperty("api", "http://127.0.0.1:8080/api/v1");
    private static final int WARM_UP = 50;
    private static final long BOUND_NANOS = 10_000_000_000L;

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    public static void main(String[] arguments) throws Exception {
        var orders = arguments.length == 0 ? 200 : Integer.parseInt(arguments[0]);
        var status = new String(new ProcessBuilder("./ashlar", "status", "--json").start().getInputStream().readAllBytes());
        var admin = logIn(credential(status, "admin"));
        var shopper = logIn(credential(status, "shopper"));
        var product = product(admin, WARM_UP + orders);

        var accepted = new ArrayList<Long>();
        var confirmed = new ArrayList<Long>();
        var mailed = new ArrayList<Long>();
        var counted = new ArrayList<Long>();
        for (var i = 0; i < WARM_UP + orders; i++) {
            var before = count(admin);
            var begun = System.nanoTime();
            var order = order(shopper, product);
            var answered = System.nanoTime();
            var lines = List.of(confirmed, mailed, counted);
            var checks = List.<BooleanSupplier>of(() -> get(shopper, "/orders/" + order).contains("\"CONFIRMED\""),
                    () -> get(admin, "/emails?order_id=" + order).split("\"template\"").length == 3,
                    () -> count(admin) > before);
            for (var check = 0; check < checks.size(); check++) {
                await(checks.get(check), answered + BOUND_NANOS);
                if (i >= WARM_UP) {
                    lines.get(check).add(System.nanoTime() - answered);
                }
            }
            if (i >= WARM_UP) {
                accepted.add(answered - begun);
            }
        }
        System.out.printf("%-34s %10s %10s %10s%n", orders + " orders, microseconds", "p50", "p95", "p99");
        print("POST /orders answered", accepted);
        print("then confirmed", confirmed);
        print("then both mail rows written too", mailed);
        print("then counted too", counted);
    }

    private static void print(String name, List<Long> nanos) {
        var sorted = nanos.stream().mapToLong(Long::longValue).sorted().toArray();
        System.out.printf("%-34s %10d %10d %10d%n", name, at(sorted, 0.50), at(sorted, 0.95), at(sorted, 0.99));
    }

    private static long at(long[] sorted, double quantile) {
        return sorted[(int) Math.min(sorted.length - 1, Math.ceil(quantile * sorted.length) - 1)] / 1_000;
    }

    private static void await(BooleanSupplier there, long end) {
        while (!there.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("Not there after 10 s");
            }
        }
    }

    private static String product(String admin, int stock) throws Exception {
        var product = field(post(admin, "/products", """
                {"sku":"%s","name":"Benchmark","description":"","category":"benchmarks","price":1.00,"currency":"USD"}"""
                .formatted(UUID.randomUUID())), "id");
        post(admin, "/products/" + product + "/stock-adjustments", "{\"delta\":" + stock + ",\"reason\":\"benchmark\"}");
        Thread.sleep(2_000); // a new product is orderable within two seconds
        return product;
    }

    private static String order(String token, String product) {
        return field(post(token, "/orders", "{\"items\":[{\"product_id\":\"" + product + "\",\"quantity\":1}]}"), "id");
    }

    private static long count(String admin) {
        return Long.parseLong(field(get(admin, "/analytics/summary"), "orders_confirmed"));
    }

    private static String[] credential(String status, String role) {
        var match = Pattern.compile("\"role\"\\s*:\\s*\"" + role
                + "\"\\s*,\\s*\"email\"\\s*:\\s*\"([^\"]+)\"\\s*,\\s*\"password\"\\s*:\\s*\"([^\"]+)\"").matcher(status);
        if (!match.find()) {
            throw new IllegalStateException("The stack is not up: " + status);
        }
        return new String[]{match.group(1), match.group(2)};
    }

    private static String logIn(String[] credential) {
        return field(post(null, "/sessions", "{\"email\":\"%s\",\"password\":\"%s\"}".formatted((Object[]) credential)),
                "access_token");
    }

    private static String get(String token, String path) {
        return send(token, HttpRequest.newBuilder(URI.create(API + path)));
    }

    private static String post(String token, String path, String body) {
        return send(token, HttpRequest.newBuilder(URI.create(API + path)).header("Content-Type", "application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString()).POST(BodyPublishers.ofString(body)));
    }

    private static String send(String token, HttpRequest.Builder request) {
        try {
            if (token != null) {
                request.header("Authorization", "Bearer " + token);
            }
            var answer = CLIENT.send(request.build(), BodyHandlers.ofString());
            if (answer.statusCode() / 100 != 2) {
                throw new IllegalStateException(answer + " " + answer.body());
            }
            return answer.body();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static String field(String json, String name) {
        var match = Pattern.compile("\"" + name + "\"\\s*:\\s*\"?([^\",}]+)").matcher(json);
        if (!match.find()) {
            throw new IllegalStateException("No " + name + " in " + Arrays.asList(json));
        }
        return match.group(1);
    }
}
