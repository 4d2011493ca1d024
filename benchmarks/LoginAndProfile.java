import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

/**
 * How many log-ins a second the password hashing allows, and how long {@code GET /users/me} takes when the profile is in the
 * cache, when it is not, and when there is no cache. Through the gateway; the limits must be off. Stops {@code redis-cache} for
 * the last line and starts it again.
 *
 * <pre>LIMITS_ENABLED=false ./ashlar up && java benchmarks/LoginAndProfile.java [log-ins a line, 200] [reads a line, 2000]</pre>
 */
public final class LoginAndProfile {

    private static final int OFFSET = Integer.parseInt(System.getenv().getOrDefault("ASHLAR_PORT_OFFSET", "0"));
    private static final String API = "http://127.0.0.1:" + (8080 + OFFSET) + "/api/v1";
    private static final int[] CLIENTS = {1, 8, 64};
    private static final String PASSWORD = "a password of the benchmark";

    private static final HttpClient CLIENT = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    public static void main(String[] arguments) throws Exception {
        var logIns = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 200;
        var reads = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 2_000;
        var email = UUID.randomUUID() + "@example.org";
        expect(201, post("/users", "{\"email\":\"%s\",\"name\":\"Ada\",\"password\":\"%s\"}".formatted(email, PASSWORD)));
        var credentials = "{\"email\":\"%s\",\"password\":\"%s\"}".formatted(email, PASSWORD);
        logIns(8, logIns / 2, credentials); // warms up

        System.out.printf("%-34s %10s %10s %10s %10s%n", logIns + " log-ins, clients", "201/s", "p50 us", "p99 us", "503");
        for (var clients : CLIENTS) {
            logIns(clients, logIns, credentials).print(clients + "");
        }
        var token = field(expect(201, post("/sessions", credentials)), "access_token");
        reads(reads, token, () -> {});
        System.out.printf("%n%-34s %10s %10s%n", reads + " of GET /users/me, one client", "p50 us", "p99 us");
        print("from the cache", reads(reads, token, () -> {}));
        print("not in the cache", reads(reads, token, () -> rename(token)));
        ashlar("kill", "redis-cache");
        try {
            print("without a cache", reads(reads, token, () -> {}));
        } finally {
            ashlar("start", "redis-cache");
        }
    }

    private record LogIns(double perSecond, List<Long> nanos, int shed) {

        void print(String name) {
            var sorted = nanos.stream().mapToLong(Long::longValue).sorted().toArray();
            System.out.printf("%-34s %10.1f %10d %10d %10d%n", name, perSecond, at(sorted, 0.50), at(sorted, 0.99), shed);
        }
    }

    /** The clients share the log-ins; what is shed with 503 is counted, not repeated. */
    private static LogIns logIns(int clients, int total, String credentials) throws Exception {
        var left = new AtomicInteger(total);
        var shed = new AtomicInteger();
        var begun = System.nanoTime();
        var nanos = new ArrayList<Long>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = new ArrayList<Future<List<Long>>>();
            for (var client = 0; client < clients; client++) {
                running.add(threads.submit((Callable<List<Long>>) () -> {
                    var mine = new ArrayList<Long>();
                    while (left.getAndDecrement() > 0) {
                        var sent = System.nanoTime();
                        var answer = post("/sessions", credentials);
                        if (answer.statusCode() == 503) {
                            shed.incrementAndGet();
                        } else {
                            expect(201, answer);
                            mine.add(System.nanoTime() - sent);
                        }
                    }
                    return mine;
                }));
            }
            for (var one : running) {
                nanos.addAll(one.get());
            }
        }
        return new LogIns(nanos.size() * 1e9 / (System.nanoTime() - begun), nanos, shed.get());
    }

    private interface Preparation {
        void run() throws IOException, InterruptedException;
    }

    /** A change deletes the profile from the cache, so the next read finds nothing there. */
    private static void rename(String token) throws IOException, InterruptedException {
        var change = HttpRequest.newBuilder(URI.create(API + "/users/me")).header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .method("PATCH", BodyPublishers.ofString("{\"name\":\"" + UUID.randomUUID() + "\"}")).build();
        expect(200, CLIENT.send(change, BodyHandlers.ofString()));
    }

    private static long[] reads(int total, String token, Preparation before) throws Exception {
        var nanos = new long[total];
        var request = HttpRequest.newBuilder(URI.create(API + "/users/me")).header("Authorization", "Bearer " + token)
                .build();
        for (var i = 0; i < total; i++) {
            before.run();
            var sent = System.nanoTime();
            expect(200, CLIENT.send(request, BodyHandlers.ofString()));
            nanos[i] = System.nanoTime() - sent;
        }
        Arrays.sort(nanos);
        return nanos;
    }

    private static void print(String name, long[] sorted) {
        System.out.printf("%-34s %10d %10d%n", name, at(sorted, 0.50), at(sorted, 0.99));
    }

    private static long at(long[] sorted, double quantile) {
        return sorted.length == 0 ? 0 : sorted[(int) Math.max(0, Math.ceil(quantile * sorted.length) - 1)] / 1_000;
    }

    private static HttpResponse<String> post(String path, String body) throws IOException, InterruptedException {
        return CLIENT.send(HttpRequest.newBuilder(URI.create(API + path)).header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body)).build(), BodyHandlers.ofString());
    }

    private static String expect(int status, HttpResponse<String> answer) {
        if (answer.statusCode() != status) {
            throw new IllegalStateException(answer + " " + answer.body());
        }
        return answer.body();
    }

    private static void ashlar(String... command) throws IOException, InterruptedException {
        var all = new ArrayList<>(List.of("./ashlar"));
        all.addAll(List.of(command));
        if (new ProcessBuilder(all).inheritIO().start().waitFor() != 0) {
            throw new IllegalStateException(all + " failed");
        }
    }

    private static String field(String json, String name) {
        var match = Pattern.compile("\"" + name + "\"\\s*:\\s*\"([^\"]+)\"").matcher(json);
        if (!match.find()) {
            throw new IllegalStateException("No " + name + " in " + json);
        }
        return match.group(1);
    }
}
