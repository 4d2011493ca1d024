import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The running local stack, as the benchmarks use it: through its gateway, with its demo's accounts. */
final class Shop {

    private static final int OFFSET = Integer.parseInt(System.getenv().getOrDefault("ASHLAR_PORT_OFFSET", "0"));
    private static final String HOST = "http://127.0.0.1:";
    private static final String API = HOST + (8080 + OFFSET) + "/api/v1";
    private static final HttpClient CLIENT = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    final String admin;
    final String shopper;

    /** @throws IllegalStateException if the stack is not up */
    Shop() throws IOException, InterruptedException {
        var status = ashlar("status", "--json");
        admin = logIn(status, "admin");
        shopper = logIn(status, "shopper");
    }

    /** A new product that can be ordered already. */
    String product(int stock) throws IOException, InterruptedException {
        var product = field(demand(201, post(admin, "/products", """
                {"sku":"%s","name":"Benchmark","description":"","category":"benchmarks","price":1.00,"currency":"USD"}"""
                .formatted(UUID.randomUUID()))), "id");
        demand(201, post(admin, "/products/" + product + "/stock-adjustments",
                "{\"delta\":%d,\"reason\":\"benchmark\"}".formatted(stock)));
        Thread.sleep(2_000); // a new product is orderable within two seconds
        return product;
    }

    /** The id of the order of one piece. */
    String order(String product) throws IOException, InterruptedException {
        return field(demand(201, answerToOrder(product)), "id");
    }

    HttpResponse<String> answerToOrder(String product) throws IOException, InterruptedException {
        return post(shopper, "/orders", "{\"items\":[{\"product_id\":\"%s\",\"quantity\":1}]}".formatted(product));
    }

    boolean isConfirmed(String order) throws IOException, InterruptedException {
        return demand(200, get(shopper, "/orders/" + order)).contains("\"CONFIRMED\"");
    }

    static HttpResponse<String> get(String token, String path) throws IOException, InterruptedException {
        return send(token, HttpRequest.newBuilder(URI.create(API + path)));
    }

    static HttpResponse<String> post(String token, String path, String body) throws IOException, InterruptedException {
        return send(token, HttpRequest.newBuilder(URI.create(API + path)).header("Content-Type", "application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString()).POST(BodyPublishers.ofString(body)));
    }

    static HttpResponse<String> patch(String token, String path, String body) throws IOException, InterruptedException {
        return send(token, HttpRequest.newBuilder(URI.create(API + path)).header("Content-Type", "application/json")
                .method("PATCH", BodyPublishers.ofString(body)));
    }

    /**
     * A figure of a service's own.
     *
     * @param port the service's management port, before any offset
     */
    static double metric(int port, String name) throws IOException, InterruptedException {
        var url = URI.create(HOST + (port + OFFSET) + "/actuator/prometheus");
        var metrics = demand(200, CLIENT.send(HttpRequest.newBuilder(url).build(), BodyHandlers.ofString()));
        return metrics.lines()
                .filter(line -> line.startsWith(name + " ") || line.startsWith(name + "{"))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    /** The body. */
    static String demand(int status, HttpResponse<String> answer) {
        if (answer.statusCode() != status) {
            throw new IllegalStateException(answer + " " + answer.body());
        }
        return answer.body();
    }

    static String field(String json, String name) {
        var match = Pattern.compile("\"" + name + "\"\\s*:\\s*\"?([^\",}]+)").matcher(json);
        if (!match.find()) {
            throw new IllegalStateException("No " + name + " in " + json);
        }
        return match.group(1);
    }

    /** The body of a log-in. */
    static String credentials(String email, String password) {
        return "{\"email\":\"%s\",\"password\":\"%s\"}".formatted(email, password);
    }

    /** The access token of a new session. */
    static String token(String credentials) throws IOException, InterruptedException {
        return field(demand(201, post(null, "/sessions", credentials)), "access_token");
    }

    /** What a command of the command line printed. */
    static String ashlar(String... command) throws IOException, InterruptedException {
        return ashlar(Map.of(), command);
    }

    /** The same, with additional environment variables. */
    static String ashlar(Map<String, String> environment, String... command) throws IOException, InterruptedException {
        var builder = new ProcessBuilder(Stream.concat(Stream.of("./ashlar"), Stream.of(command)).toList())
                .redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().putAll(environment);
        var process = builder.start();
        var output = new String(process.getInputStream().readAllBytes());
        if (process.waitFor() != 0) {
            throw new IllegalStateException("./ashlar " + List.of(command) + " failed:\n" + output);
        }
        return output;
    }

    /** The body of a log-in with a demo account. */
    static String account(String role) throws IOException, InterruptedException {
        return account(ashlar("status", "--json"), role);
    }

    private static String logIn(String status, String role) throws IOException, InterruptedException {
        return token(account(status, role));
    }

    private static String account(String status, String role) {
        var account = Pattern.compile("\"role\"\\s*:\\s*\"" + role
                + "\"\\s*,\\s*\"email\"\\s*:\\s*\"([^\"]+)\"\\s*,\\s*\"password\"\\s*:\\s*\"([^\"]+)\"").matcher(status);
        if (!account.find()) {
            throw new IllegalStateException("The stack is not up: " + status);
        }
        return credentials(account.group(1), account.group(2));
    }

    private static HttpResponse<String> send(String token, HttpRequest.Builder request)
            throws IOException, InterruptedException {
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        return CLIENT.send(request.build(), BodyHandlers.ofString());
    }
}
