package dev.ashlar.order.live;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.ashlar.testing.ServiceClient;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A client of a stream, which reads on a thread of its own. */
final class EventSource implements AutoCloseable {

    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final InputStream body;
    private volatile boolean ended;

    EventSource(ServiceClient client, UUID order) {
        body = client.open("/api/v1/orders/" + order + "/events");
        Thread.ofVirtual().start(this::read);
    }

    private void read() {
        try (var reader = new BufferedReader(new InputStreamReader(body, UTF_8))) {
            reader.lines().forEach(lines::add);
            ended = true;
        } catch (IOException | UncheckedIOException _) {
            ended = true;
        }
    }

    List<String> lines() {
        return lines;
    }

    List<String> statuses() {
        return data().stream().map(data -> data.path("status").asString()).toList();
    }

    List<JsonNode> data() {
        return lines.stream().filter(line -> line.startsWith("data: "))
                .map(line -> JsonMapper.shared().readTree(line.substring("data: ".length()))).toList();
    }

    List<String> ids() {
        return lines.stream().filter(line -> line.startsWith("id: ")).map(line -> line.substring("id: ".length()))
                .toList();
    }

    boolean hasEnded() {
        return ended;
    }

    @Override
    public void close() {
        try {
            body.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
