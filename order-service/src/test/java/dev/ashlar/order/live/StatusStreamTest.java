package dev.ashlar.order.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.order.Order.Status;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class StatusStreamTest {

    private static final Duration LONG = Duration.ofMinutes(1);

    private final UUID order = UUID.randomUUID();
    private final StatusStream stream = new StatusStream(order, UUID.randomUUID());
    private final Written client = new Written();

    @Test
    void writesTheFinalChangeAndEnds() throws Exception {
        stream.start(0, List.of(change(1, Status.PENDING)), false);
        stream.add(List.of(change(2, Status.REJECTED)));

        stream.serve(client, LONG);

        assertThat(client.written).containsExactly("1 PENDING", "2 REJECTED");
    }

    @Test
    void ignoresAChangeThatItHasWritten() throws Exception {
        stream.start(0, List.of(change(1, Status.PENDING)), false);
        stream.add(List.of(change(1, Status.PENDING)));
        stream.add(List.of(change(2, Status.CONFIRMED), change(3, Status.CANCELLED)));
        stream.add(List.of(change(2, Status.CONFIRMED)));

        stream.serve(client, LONG);

        assertThat(client.written).containsExactly("1 PENDING", "2 CONFIRMED", "3 CANCELLED");
    }

    @Test
    void ignoresChangesBeforeItsStart() throws Exception {
        stream.add(List.of(change(1, Status.PENDING)));
        stream.start(1, List.of(), false);
        stream.add(List.of(change(2, Status.REJECTED)));

        stream.serve(client, LONG);

        assertThat(client.written).containsExactly("2 REJECTED");
    }

    @Test
    void writesHeartbeatsWhileNothingChanges() throws Exception {
        stream.start(1, List.of(), false);
        client.onHeartbeat = stream::close;

        stream.serve(client, Duration.ofMillis(1));

        assertThat(client.written).containsExactly("heartbeat");
    }

    @Test
    void isFinishedIfTheClientKnowsTheFinalStatus() {
        stream.start(2, List.of(), true);

        assertThat(stream.isFinished()).isTrue();
    }

    @Test
    void isNotFinishedBeforeTheClientHasTheFinalStatus() {
        stream.start(1, List.of(change(2, Status.REJECTED)), true);

        assertThat(stream.isFinished()).isFalse();
    }

    private StatusChange change(long version, Status status) {
        return new StatusChange(order, version, status, null, Instant.EPOCH);
    }

    private static final class Written implements StatusStream.Client {

        private final List<String> written = new ArrayList<>();
        private Runnable onHeartbeat = () -> {};

        @Override
        public void change(StatusChange change) {
            written.add(change.version() + " " + change.status());
        }

        @Override
        public void heartbeat() {
            written.add("heartbeat");
            onHeartbeat.run();
        }
    }
}
