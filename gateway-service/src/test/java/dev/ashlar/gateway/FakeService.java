package dev.ashlar.gateway;

import com.sun.net.httpserver.Filter;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import dev.ashlar.testing.ServiceClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/** Responds to each request with its name. A test can define another behaviour for a path. */
public final class FakeService {

    private final String name;
    private final List<Received> received = new CopyOnWriteArrayList<>();
    private HttpServer server;

    public record Received(String method, String target, Headers headers, byte[] body) {

        public String header(String name) {
            return headers.getFirst(name);
        }
    }

    public FakeService(String name) {
        this.name = name;
        this.server = start(0);
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    public void at(String path, HttpHandler behaviour) {
        respond(server, path, behaviour);
    }

    public Received lastRequest() {
        return received.getLast();
    }

    public List<Received> requestsFor(String target) {
        return received.stream().filter(request -> request.target().equals(target)).toList();
    }

    /** Closes all connections, like the update of a service. */
    public void restart() {
        var port = server.getAddress().getPort();
        stop();
        server = start(port);
    }

    public void stop() {
        server.stop(0);
    }

    private HttpServer start(int port) {
        try {
            var started = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
            started.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            respond(started, "/", this::respondWithName);
            respond(started, "/health", FakeService::respondToHealthCheck);
            started.start();
            return started;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void respond(HttpServer from, String path, HttpHandler behaviour) {
        from.createContext(path, behaviour).getFilters().add(Filter.beforeHandler("mark as a stub",
                exchange -> exchange.getResponseHeaders().set(ServiceClient.STUB, name)));
    }

    /** A test that expects the gateway's last request must not find a health check. */
    private static void respondToHealthCheck(HttpExchange exchange) throws IOException {
        try (exchange) {
            exchange.sendResponseHeaders(200, -1);
        }
    }

    private void respondWithName(HttpExchange exchange) throws IOException {
        try (exchange) {
            received.add(new Received(exchange.getRequestMethod(), exchange.getRequestURI().toString(),
                    exchange.getRequestHeaders(), exchange.getRequestBody().readAllBytes()));
            var response = name.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, exchange.getRequestMethod().equals("HEAD") ? -1 : response.length);
            exchange.getResponseBody().write(response);
        }
    }
}
