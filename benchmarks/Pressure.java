import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;

/**
 * Whether an attack on one part hurts the others. Eight clients never pause. They read a product, their profile and their orders, and
 * place orders; one of the eight also logs in. After a quiet phase come three attacks, one after the other. First, 100 clients send
 * their log-in a byte at a time, and 100 never read their responses. Then order-service is frozen, and 50 more requests a second ask it.
 * Then the table of products is locked, and 20 more readers wait for it. Each line says how the requests of one kind ended in one phase.
 * Requests that a phase attacks are not in the lines of that phase.
 *
 * <pre>LIMITS_ENABLED=false ./ashlar up &amp;&amp; java -cp POSTGRESQL_DRIVER.jar benchmarks/Pressure.java [seconds of a phase, 150 by default]</pre>
 */
public final class Pressure {

    private static final int OFFSET = Integer.parseInt(System.getenv().getOrDefault("ASHLAR_PORT_OFFSET", "0"));
    private static final Path HOME = Path.of(System.getenv().getOrDefault("ASHLAR_HOME", ".ashlar"));
    private static final int CLIENTS = 8;

    private interface Request {
        HttpResponse<String> send(Shop shop) throws Exception;
    }

    private interface Attack {
        void run(ExecutorService threads, AtomicBoolean over) throws Exception;
    }

    private record Outcome(Latencies latencies, Map<Integer, LongAdder> statuses) {}

    private static volatile Shop shop;

    public static void main(String[] arguments) throws Exception {
        var seconds = arguments.length == 0 ? 150 : Integer.parseInt(arguments[0]);
        shop = new Shop();
        var product = shop.product(1_000_000);
        var account = Shop.account("shopper");
        var requests = new TreeMap<String, Request>(Map.of(
                "GET /products/{id}", _ -> Shop.get(null, "/products/" + product),
                "GET /users/me", shop -> Shop.get(shop.shopper, "/users/me"),
                "GET /orders", shop -> Shop.get(shop.shopper, "/orders?limit=1"),
                "POST /sessions", _ -> Shop.post(null, "/sessions", account),
                "POST /orders", shop -> shop.answerToOrder(product)));
        Latencies.printHead("phase: request", "status: count");
        phase("warm-up", Math.min(seconds, 60), requests, (_, _) -> {});
        phase("quiet", seconds, requests, (_, _) -> {});
        phase("slow clients", seconds, requests, Pressure::slowClients);
        phase("frozen order-service", seconds, without(requests, "orders"), Pressure::frozenOrders);
        phase("locked products", seconds, without(requests, "products"), (threads, over) -> lockedProducts(threads, over, product));
    }

    private static Map<String, Request> without(Map<String, Request> requests, String attacked) {
        var others = new TreeMap<>(requests);
        others.keySet().removeIf(name -> name.contains("/" + attacked));
        return others;
    }

    private static void phase(String name, int seconds, Map<String, Request> requests, Attack attack) throws Exception {
        shop = new Shop(); // an access token lasts five minutes
        var outcomes = new ConcurrentHashMap<String, Outcome>();
        var over = new AtomicBoolean();
        var end = System.nanoTime() + seconds * 1_000_000_000L;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var attacking = threads.submit(() -> {
                attack.run(threads, over);
                return null;
            });
            var clients = new ArrayList<Thread>();
            for (var client = 0; client < CLIENTS; client++) {
                var own = client == 0 ? requests : without(requests, "sessions"); // a hash costs what a hundred reads cost
                clients.add(Thread.ofVirtual().start(() -> ask(own, outcomes, end)));
            }
            for (var client : clients) {
                client.join();
            }
            over.set(true);
            attacking.get();
        }
        new TreeMap<>(outcomes).forEach((request, outcome) -> outcome.latencies.print(name + ": " + request,
                new TreeMap<>(outcome.statuses)));
    }

    private static void ask(Map<String, Request> requests, Map<String, Outcome> outcomes, long end) {
        while (System.nanoTime() < end) {
            requests.forEach((name, request) -> {
                var outcome = outcomes.computeIfAbsent(name, _ -> new Outcome(new Latencies(), new ConcurrentHashMap<>()));
                var sent = System.nanoTime();
                outcome.statuses.computeIfAbsent(status(request), _ -> new LongAdder()).increment();
                outcome.latencies.addSince(sent);
            });
        }
    }

    /** 0: the connection broke. */
    private static int status(Request request) {
        try {
            return request.send(shop).statusCode();
        } catch (Exception e) {
            return 0;
        }
    }

    private static void slowClients(ExecutorService threads, AtomicBoolean over) throws Exception {
        var sockets = new ArrayList<Socket>();
        try {
            while (!over.get()) {
                sockets.removeIf(Socket::isClosed);
                for (var i = sockets.size(); i < 200; i++) {
                    sockets.add(i % 2 == 0 ? slowSender() : slowReader());
                }
                Thread.sleep(5_000);
                sockets.forEach(Pressure::sendOne);
            }
        } finally {
            for (var socket : sockets) {
                socket.close();
            }
        }
    }

    private static Socket slowSender() throws IOException {
        return socket("POST /api/v1/sessions HTTP/1.1\r\nHost: shop\r\nContent-Type: application/json\r\nContent-Length: 60000\r\n\r\n{");
    }

    private static Socket slowReader() throws IOException {
        return socket("GET /api/v1/products?limit=100 HTTP/1.1\r\nHost: shop\r\n\r\n".repeat(20));
    }

    private static Socket socket(String request) throws IOException {
        var socket = new Socket();
        socket.setReceiveBufferSize(2_048);
        socket.connect(new InetSocketAddress("127.0.0.1", 8080 + OFFSET), 5_000);
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    private static void sendOne(Socket socket) {
        try {
            socket.getOutputStream().write(' ');
        } catch (IOException refused) {
            try {
                socket.close();
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private static void frozenOrders(ExecutorService threads, AtomicBoolean over) throws Exception {
        Shop.ashlar("kill", "order-service", "--signal", "STOP");
        try {
            while (!over.get()) {
                threads.submit(() -> status(shop -> Shop.get(shop.shopper, "/orders?limit=1")));
                Thread.sleep(20);
            }
        } finally {
            Shop.ashlar("kill", "order-service", "--signal", "CONT");
        }
    }

    private static void lockedProducts(ExecutorService threads, AtomicBoolean over, String product) throws Exception {
        var password = Shop.field(Files.readString(HOME.resolve("secrets.json")), "database_superuser");
        var url = "jdbc:postgresql://127.0.0.1:" + (25432 + OFFSET) + "/ashlar";
        try (var connection = DriverManager.getConnection(url, "postgres", password)) {
            connection.setAutoCommit(false);
            connection.createStatement().execute("LOCK TABLE inventory_service.products IN ACCESS EXCLUSIVE MODE");
            for (var reader = 0; reader < 20; reader++) {
                threads.submit(() -> {
                    while (!over.get()) {
                        status(_ -> Shop.get(null, "/products/" + product));
                    }
                });
            }
            while (!over.get()) {
                Thread.sleep(100);
            }
            connection.rollback();
        }
    }
}
