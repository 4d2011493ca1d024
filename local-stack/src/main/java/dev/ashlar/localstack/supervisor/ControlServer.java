package dev.ashlar.localstack.supervisor;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import dev.ashlar.localstack.home.Home;
import dev.ashlar.localstack.home.InstanceName;
import dev.ashlar.localstack.home.Json;
import dev.ashlar.process.Misuse;
import dev.ashlar.process.StackFailure;
import dev.ashlar.localstack.supervisor.Event.ControlRequest;
import dev.ashlar.localstack.supervisor.LoadGenerator.LoadRequest;
import dev.ashlar.process.LogTail;
import dev.ashlar.process.Loopback;
import dev.ashlar.process.Signal;
import tools.jackson.core.JacksonException;

/**
 * The HTTP interface of the supervisor. {@code GET /status}, {@code GET /logs?name=&lines=}. {@code POST} {@code /up},
 * {@code /start}, {@code /restart}, {@code /scale} and {@code /down} respond with one line of JSON for each {@link
 * Event}; the last one is the result. {@code /kill} and {@code /cancel} respond when they are done. {@code /load} responds with
 * the output of the load generator.
 */
final class ControlServer {

    private static final int LONGEST_BODY = 1 << 20;
    private static final int MOST_LINES = 10_000;
    private static final byte[] NOTHING = {'{', '}'};

    private final Home home;
    private final Supervisor supervisor;
    private final RequestAuthorization gate;
    private final Runnable end;
    private final LoadGenerator load;
    private final HttpServer server;

    /**
     * @param end ends this JVM
     * @throws java.net.BindException if another supervisor runs
     */
    ControlServer(Home home, Supervisor supervisor, RequestAuthorization gate, Runnable end) throws IOException {
        this.home = home;
        this.supervisor = supervisor;
        this.gate = gate;
        this.end = end;
        load = new LoadGenerator(home);
        server = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral(Loopback.ADDRESS), gate.port()), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::handle);
    }

    void start() {
        server.start();
    }

    void stop() {
        server.stop(0);
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            var refusal = gate.refusal(exchange);
            gate.origin(exchange.getRequestHeaders()).ifPresent(origin -> {
                exchange.getResponseHeaders().putAll(Headers.of("Access-Control-Allow-Origin", origin,
                        "Access-Control-Allow-Headers", "Authorization, Content-Type", "Access-Control-Allow-Methods",
                        "GET, POST"));
            });
            exchange.getResponseHeaders()
                    .putAll(Headers.of("Vary", "Origin", "Cache-Control", "no-store", "X-Content-Type-Options",
                            "nosniff"));
            if (refusal.isPresent()) {
                if (refusal.get().status() == 401) {
                    exchange.getResponseHeaders().set("WWW-Authenticate", "Bearer");
                }
                refuse(exchange, refusal.get().status(), refusal.get().detail());
            } else if (exchange.getRequestMethod().equals("OPTIONS")) {
                exchange.sendResponseHeaders(204, -1);
            } else {
                answer(exchange);
            }
        } catch (IOException | RuntimeException e) {
            e.printStackTrace(); // into the log of the supervisor
            throw e;
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        try {
            switch (exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath()) {
                case "GET /status" -> json(exchange, 200, supervisor.status());
                case "GET /logs" -> log(exchange);
                case "POST /up" -> stream(exchange, supervisor::up);
                case "POST /start" -> stream(exchange, supervisor::start);
                case "POST /restart" -> stream(exchange, supervisor::restart);
                case "POST /scale" -> stream(exchange, supervisor::scale);
                case "POST /down" -> {
                    stream(exchange, (_, events) -> supervisor.down(events));
                    exchange.close();
                    end.run();
                }
                case "POST /load" -> load.run(body(exchange, LoadRequest.class), () -> {
                    exchange.getResponseHeaders().set("Content-Type", "text/plain; charset=utf-8");
                    exchange.sendResponseHeaders(200, 0);
                    return exchange.getResponseBody();
                });
                case "POST /kill" -> json(exchange, 200, kill(request(exchange)));
                case "POST /cancel" -> {
                    var cancelled = supervisor.cancel(request(exchange).id());
                    json(exchange, 200, Map.of("cancelled", cancelled));
                    if (cancelled && !supervisor.runsAnything()) {
                        exchange.close();
                        end.run();
                    }
                }
                default -> refuse(exchange, 404, "There is no such operation.");
            }
        } catch (IllegalArgumentException e) {
            refuse(exchange, 400, String.valueOf(e.getMessage()));
        } catch (StackFailure e) {
            refuse(exchange, 409, String.valueOf(e.getMessage()));
        } catch (Operations.Busy e) {
            refuse(exchange, 503, "The supervisor runs another operation. Try again later.");
        }
    }

    private Supervisor.Killed kill(ControlRequest request) {
        if (request.names().size() != 1) {
            throw new Misuse("Name one process.");
        }
        return supervisor.kill(request.names().getFirst(), Signal.parse(request.signal()));
    }

    /** A failure before the first event gets its own HTTP status. */
    private void stream(HttpExchange exchange, BiConsumer<ControlRequest, Consumer<Event>> operation)
            throws IOException {
        var request = request(exchange);
        exchange.getResponseHeaders().set("Content-Type", "application/x-ndjson");
        operation.accept(request, new Lines(exchange));
    }

    private ControlRequest request(HttpExchange exchange) throws IOException {
        return gate.allowed(exchange.getRequestHeaders(), body(exchange, ControlRequest.class));
    }

    private static <T> T body(HttpExchange exchange, Class<T> type) throws IOException {
        var body = exchange.getRequestBody().readNBytes(LONGEST_BODY);
        try {
            return Optional.ofNullable(Json.MAPPER.readValue(body.length == 0 ? NOTHING : body, type))
                    .orElseThrow(() -> new Misuse("The body is no request in JSON."));
        } catch (JacksonException e) {
            throw new Misuse("The body is no request in JSON.");
        }
    }

    /** An operation continues after its client has disconnected. Only {@code /cancel} ends it. */
    private static final class Lines implements Consumer<Event> {

        private final HttpExchange exchange;
        private OutputStream body = OutputStream.nullOutputStream();
        private boolean begun;

        Lines(HttpExchange exchange) {
            this.exchange = exchange;
        }

        @Override
        public synchronized void accept(Event event) {
            try {
                if (!begun) {
                    begun = true;
                    exchange.sendResponseHeaders(200, 0);
                    body = exchange.getResponseBody();
                }
                body.write((Json.LINE.writeValueAsString(event) + "\n").getBytes(StandardCharsets.UTF_8));
                body.flush();
            } catch (IOException nobodyListens) {
                body = OutputStream.nullOutputStream();
            }
        }
    }

    private void log(HttpExchange exchange) throws IOException {
        var query = new TreeMap<>(Map.of("name", "", "lines", "100"));
        for (var pair : String.valueOf(exchange.getRequestURI().getRawQuery()).split("&")) {
            var parts = pair.split("=", 2);
            query.put(parts[0], parts.length == 1 ? "" : URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
        var name = InstanceName.parse(query.get("name"));
        supervisor.demandKnown(name);
        if (!query.get("lines").matches("[1-9][0-9]{0,4}") || Integer.parseInt(query.get("lines")) > MOST_LINES) {
            throw new Misuse("lines is a number from 1 to " + MOST_LINES);
        }
        respond(exchange, 200, "text/plain; charset=utf-8",
                new LogTail(home.log(name)).bytes(Integer.parseInt(query.get("lines"))));
    }

    private static void refuse(HttpExchange exchange, int status, String detail) throws IOException {
        json(exchange, status, Map.of("detail", detail));
    }

    private static void json(HttpExchange exchange, int status, Object body) throws IOException {
        respond(exchange, status, "application/json", Json.MAPPER.writeValueAsBytes(body));
    }

    private static void respond(HttpExchange exchange, int status, String type, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        if (body.length > 0) {
            exchange.getResponseBody().write(body);
        }
    }
}
