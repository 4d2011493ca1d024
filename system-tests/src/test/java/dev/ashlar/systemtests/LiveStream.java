package dev.ashlar.systemtests;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/** Reads {@code GET /orders/{id}/events} through the gateway, line by line, on a thread of its own. */
final class LiveStream implements AutoCloseable {

    private final HttpClient client = HttpClient.newHttpClient();
    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final HttpResponse<Stream<String>> response;
    private final Thread reader;

    LiveStream(Shopper shopper, UUID order, String... headers) throws InterruptedException {
        var request = HttpRequest.newBuilder(Http.uri(8080, "/api/v1/orders/" + order + "/events"))
                .header("Authorization", "Bearer " + shopper.token()).header("Accept-Encoding", "gzip");
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            response = client.send(request.build(), BodyHandlers.ofLines());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        reader = Thread.ofVirtual().start(this::read);
    }

    private void read() {
        try {
            response.body().forEach(lines::add);
        } catch (UncheckedIOException e) {
            lines.add("broken: " + e.getMessage());
        }
    }

    HttpResponse<?> response() {
        return response;
    }

    List<String> lines() {
        return lines;
    }

    List<String> statuses() {
        return lines.stream().filter(line -> line.startsWith("data: "))
                .map(line -> JsonMapper.shared().readTree(line.substring("data: ".length())).path("status").asString())
                .toList();
    }

    boolean hasEnded() {
        return !reader.isAlive();
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
