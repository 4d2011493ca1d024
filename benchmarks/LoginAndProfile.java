import java.util.ArrayList;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * How many log-ins a second the password hashing allows, and how long {@code GET /users/me} takes when the profile is in the
 * cache, when it is not, and when there is no cache. Through the gateway; the limits must be off. Stops {@code redis-cache} for
 * the third line and starts it again; the fourth repeats the first, and tells what the time in between has changed by itself.
 *
 * <pre>LIMITS_ENABLED=false ./ashlar up && java benchmarks/LoginAndProfile.java [log-ins a line, 200] [reads a line, 2000]</pre>
 */
public final class LoginAndProfile {

    private static final int[] CLIENTS = {1, 8, 64};
    private static final String PASSWORD = "a password of the benchmark";

    public static void main(String[] arguments) throws Exception {
        var logIns = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 200;
        var reads = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 2_000;
        var email = UUID.randomUUID() + "@example.org";
        Shop.demand(201, Shop.post(null, "/users",
                "{\"email\":\"%s\",\"name\":\"Ada\",\"password\":\"%s\"}".formatted(email, PASSWORD)));
        var credentials = "{\"email\":\"%s\",\"password\":\"%s\"}".formatted(email, PASSWORD);
        logIns(8, logIns / 2, credentials); // warms up

        Latencies.printHead(logIns + " log-ins, clients", "201/s", "503");
        for (var clients : CLIENTS) {
            logIns(clients, logIns, credentials).print(clients + "");
        }
        var token = Shop.field(Shop.demand(201, Shop.post(null, "/sessions", credentials)), "access_token");
        reads(reads, token, () -> {});
        Latencies.printHead(reads + " of GET /users/me, one client", "p99 ratio");
        var hits = reads(reads, token, () -> {});
        print("from the cache", hits, hits);
        print("not in the cache", reads(reads, token, () -> rename(token)), hits);
        Shop.ashlar("kill", "redis-cache");
        try {
            print("without a cache", reads(reads, token, () -> {}), hits);
        } finally {
            Shop.ashlar("start", "redis-cache");
        }
        print("from the cache, once more", reads(reads, token, () -> {}), hits);
    }

    private static void print(String name, Latencies latencies, Latencies hits) {
        latencies.print(name, "%.2f".formatted(latencies.p99() / hits.p99()));
    }

    private record LogIns(double perSecond, Latencies latencies, int shed) {

        void print(String name) {
            latencies.print(name, "%.1f".formatted(perSecond), shed);
        }
    }

    /** The clients share the log-ins; what is shed with 503 is counted, not repeated. */
    private static LogIns logIns(int clients, int total, String credentials) throws Exception {
        var left = new AtomicInteger(total);
        var shed = new AtomicInteger();
        var latencies = new Latencies();
        var begun = System.nanoTime();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = new ArrayList<Future<?>>();
            for (var client = 0; client < clients; client++) {
                running.add(threads.submit(() -> {
                    while (left.getAndDecrement() > 0) {
                        var sent = System.nanoTime();
                        var answer = Shop.post(null, "/sessions", credentials);
                        if (answer.statusCode() == 503) {
                            shed.incrementAndGet();
                        } else {
                            Shop.demand(201, answer);
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
        return new LogIns(latencies.size() * 1e9 / (System.nanoTime() - begun), latencies, shed.get());
    }

    private interface Preparation {
        void run() throws Exception;
    }

    /** A change deletes the profile from the cache, so the next read finds nothing there. */
    private static void rename(String token) throws Exception {
        Shop.demand(200, Shop.patch(token, "/users/me", "{\"name\":\"" + UUID.randomUUID() + "\"}"));
    }

    private static Latencies reads(int total, String token, Preparation before) throws Exception {
        var latencies = new Latencies();
        for (var i = 0; i < total; i++) {
            before.run();
            var sent = System.nanoTime();
            Shop.demand(200, Shop.get(token, "/users/me"));
            latencies.addSince(sent);
        }
        return latencies;
    }
}
