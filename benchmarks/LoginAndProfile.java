import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * How many log-ins a second the password hashing allows, and how long {@code GET /users/me} takes when the profile is in the
 * cache, when it is not, and when there is no cache; the three take turns, so that none of them has the warmer JVM. Through the
 * gateway; the limits must be off. Stops {@code redis-cache} in each turn and starts it again.
 *
 * <pre>LIMITS_ENABLED=false ./ashlar up && java benchmarks/LoginAndProfile.java [log-ins a line, 200] [reads a line, 2000]</pre>
 */
public final class LoginAndProfile {

    private static final int[] LOGGING_IN = {1, 8, 64};
    private static final int[] READING = {1, 8};
    private static final int TURNS = 4;
    private static final String PASSWORD = "a password of the benchmark";

    public static void main(String[] arguments) throws Exception {
        var logIns = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 200;
        var reads = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 2_000;
        var somebody = register();
        logIn(8, logIns / 2, somebody); // warms up

        Latencies.printHead(logIns + " log-ins, clients", "201/s", "503", "hash ms", "hashing");
        for (var clients : LOGGING_IN) {
            var before = Hashing.now();
            var result = logIn(clients, logIns, somebody);
            Hashing.now().since(before).print(clients + "", result);
        }
        for (var clients : READING) {
            read(clients, reads);
        }
    }

    private static Clients.Result logIn(int clients, int times, String credentials) throws Exception {
        return Clients.times(times, clients, 201, _ -> {}, _ -> Shop.post(null, "/sessions", credentials));
    }

    private static void read(int clients, int reads) throws Exception {
        var tokens = new ArrayList<String>();
        for (var client = 0; client < clients; client++) {
            tokens.add(Shop.token(register()));
        }
        reads(reads, tokens, _ -> {}, new Latencies()); // warms up
        var cached = new Latencies();
        var missed = new Latencies();
        var without = new Latencies();
        for (var turn = 0; turn < TURNS; turn++) {
            reads(reads / TURNS, tokens, _ -> {}, cached);
            reads(reads / TURNS, tokens, client -> rename(tokens.get(client)), missed);
            Shop.ashlar("kill", "redis-cache");
            try {
                reads(reads / TURNS, tokens, _ -> {}, without);
            } finally {
                Shop.ashlar("start", "redis-cache");
            }
        }
        Latencies.printHead("GET /users/me, clients: " + clients, "p99 ratio");
        cached.print("from the cache", "1.0");
        missed.print("not in the cache", "%.1f".formatted(missed.p99() / cached.p99()));
        without.print("without a cache", "%.1f".formatted(without.p99() / cached.p99()));
    }

    private static void reads(int times, List<String> tokens, Clients.Preparation preparation, Latencies latencies)
            throws Exception {
        var result = Clients.times(times, tokens.size(), 200, preparation,
                client -> Shop.get(tokens.get(client), "/users/me"));
        latencies.add(result.latencies());
        if (result.shed() > 0) {
            System.out.println(result.shed() + " of " + times + " reads were shed with 503");
        }
    }

    /** A change deletes the profile from the cache, so the next read finds nothing there. */
    private static void rename(String token) throws Exception {
        Shop.demand(200, Shop.patch(token, "/users/me", "{\"name\":\"" + UUID.randomUUID() + "\"}"));
    }

    /** The body of a log-in. */
    private static String register() throws Exception {
        var email = UUID.randomUUID() + "@example.org";
        Shop.demand(201, Shop.post(null, "/users",
                "{\"email\":\"%s\",\"name\":\"Ada\",\"password\":\"%s\"}".formatted(email, PASSWORD)));
        return Shop.credentials(email, PASSWORD);
    }

    /** What user-service has hashed, for log-ins that were then shed as well. */
    private record Hashing(double count, double seconds) {

        /** Since user-service started. */
        static Hashing now() throws Exception {
            return new Hashing(Shop.metric(9081, "ashlar_password_hashing_seconds_count"),
                    Shop.metric(9081, "ashlar_password_hashing_seconds_sum"));
        }

        Hashing since(Hashing earlier) {
            return new Hashing(count - earlier.count, seconds - earlier.seconds);
        }

        /** The last column: how much of the time that all cores had went into hashing. */
        void print(String clients, Clients.Result result) {
            var cores = Runtime.getRuntime().availableProcessors();
            result.latencies().print(clients, result.perSecond("%.1f"), result.shed(),
                    "%.0f".formatted(1_000 * seconds / count),
                    "%.0f %%".formatted(100 * seconds / (result.seconds() * cores)));
        }
    }
}
