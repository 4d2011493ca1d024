import java.util.ArrayList;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * How many log-ins a second the password hashing allows, and how long {@code GET /users/me} takes when the profile is in the
 * cache, when it is not, and when there is no cache; the three take turns, so that none of them has the warmer JVM. Through the
 * gateway; the limits must be off. Stops {@code redis-cache} in each turn and starts it again.
 *
 * <pre>LIMITS_ENABLED=false ./ashlar up && java benchmarks/LoginAndProfile.java [log-ins a line, 200] [reads a line, 2000]</pre>
 */
public final class LoginAndProfile {

    private static final int[] CLIENTS = {1, 8, 64};
    private static final int TURNS = 4;
    private static final String PASSWORD = "a password of the benchmark";

    public static void main(String[] arguments) throws Exception {
        var logIns = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 200;
        var reads = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 2_000;
        var email = UUID.randomUUID() + "@example.org";
        Shop.demand(201, Shop.post(null, "/users",
                "{\"email\":\"%s\",\"name\":\"Ada\",\"password\":\"%s\"}".formatted(email, PASSWORD)));
        var credentials = "{\"email\":\"%s\",\"password\":\"%s\"}".formatted(email, PASSWORD);
        logIns(8, logIns / 2, credentials); // warms up

        Latencies.printHead(logIns + " log-ins, clients", "201/s", "503", "hash ms", "hashing");
        for (var clients : CLIENTS) {
            logIns(clients, logIns, credentials).print(clients + "");
        }
        var token = Shop.field(Shop.demand(201, Shop.post(null, "/sessions", credentials)), "access_token");
        read(reads, token, () -> {}, new Latencies()); // warms up
        var cached = new Latencies();
        var missed = new Latencies();
        var without = new Latencies();
        for (var turn = 0; turn < TURNS; turn++) {
            read(reads / TURNS, token, () -> {}, cached);
            read(reads / TURNS, token, () -> rename(token), missed);
            Shop.ashlar("kill", "redis-cache");
            try {
                read(reads / TURNS, token, () -> {}, without);
            } finally {
                Shop.ashlar("start", "redis-cache");
            }
        }
        Latencies.printHead(reads + " of GET /users/me, one client", "p99 ratio");
        cached.print("from the cache", "1.0");
        missed.print("not in the cache", "%.1f".formatted(missed.p99() / cached.p99()));
        without.print("without a cache", "%.1f".formatted(without.p99() / cached.p99()));
    }

    /** @param hashing what user-service hashed meanwhile, log-ins that were shed included */
    private record LogIns(double seconds, Latencies latencies, int shed, Hashing hashing) {

        /** The last column: of the time that all cores had, how much went into hashing. */
        void print(String name) {
            var cores = Runtime.getRuntime().availableProcessors();
            latencies.print(name, "%.1f".formatted(latencies.size() / seconds), shed,
                    "%.0f".formatted(1_000 * hashing.seconds / hashing.count),
                    "%.0f %%".formatted(100 * hashing.seconds / (seconds * cores)));
        }
    }

    private record Hashing(double count, double seconds) {

        /** Since user-service started. */
        static Hashing now() throws Exception {
            return new Hashing(Shop.metric(9081, "ashlar_password_hashing_seconds_count"),
                    Shop.metric(9081, "ashlar_password_hashing_seconds_sum"));
        }

        Hashing since(Hashing earlier) {
            return new Hashing(count - earlier.count, seconds - earlier.seconds);
        }
    }

    /** The clients share the log-ins; what is shed with 503 is counted, not repeated. */
    private static LogIns logIns(int clients, int total, String credentials) throws Exception {
        var left = new AtomicInteger(total);
        var shed = new AtomicInteger();
        var latencies = new Latencies();
        var before = Hashing.now();
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
        var seconds = (System.nanoTime() - begun) / 1e9;
        return new LogIns(seconds, latencies, shed.get(), Hashing.now().since(before));
    }

    private interface Preparation {
        void run() throws Exception;
    }

    /** A change deletes the profile from the cache, so the next read finds nothing there. */
    private static void rename(String token) throws Exception {
        Shop.demand(200, Shop.patch(token, "/users/me", "{\"name\":\"" + UUID.randomUUID() + "\"}"));
    }

    private static void read(int times, String token, Preparation before, Latencies latencies) throws Exception {
        for (var i = 0; i < times; i++) {
            before.run();
            var sent = System.nanoTime();
            Shop.demand(200, Shop.get(token, "/users/me"));
            latencies.addSince(sent);
        }
    }
}
