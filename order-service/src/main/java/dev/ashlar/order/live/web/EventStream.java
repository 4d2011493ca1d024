package dev.ashlar.order.live.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.ashlar.chassis.connection.Connection;
import dev.ashlar.order.Order.Status;
import dev.ashlar.order.live.StatusChange;
import dev.ashlar.order.live.StatusStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes server-sent events.
 *
 * @param connection drops a client that delays an event for too long
 */
record EventStream(OutputStream out, Optional<Connection> connection, JsonMapper json) implements StatusStream.Client {

    private static final Duration SLOWEST = Duration.ofSeconds(10);

    private record Data(UUID orderId, Status status, @Nullable String reason, Instant at) {}

    @Override
    public void change(StatusChange change) throws IOException {
        var data = json.writeValueAsString(
                new Data(change.orderId(), change.status(), change.reason(), change.at()));
        write("id: %d\nevent: status\ndata: %s\n\n".formatted(change.version(), data));
    }

    @Override
    public void heartbeat() throws IOException {
        write(": heartbeat\n\n");
    }

    private void write(String text) throws IOException {
        connection.ifPresent(client -> client.allowForResponse(SLOWEST));
        out.write(text.getBytes(UTF_8));
        out.flush();
    }
}
