package dev.ashlar.systemtests;

import static dev.ashlar.systemtests.Shopper.TIMEOUT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A browser follows its order through the gateway. */
@ExtendWith(RunningStack.class)
class LiveStatusIT {

    private static final Duration SOON = Duration.ofSeconds(1);

    private final Shopper shopper = Shopper.registered();
    private UUID order;

    @BeforeEach
    void order() {
        order = shopper.placeOrder(Admin.signedIn().addProduct("live-" + UUID.randomUUID(), 10), 1);
        await().atMost(TIMEOUT).until(() -> shopper.statusOf(order).equals("CONFIRMED"));
    }

    @Test
    void eachChangeArrivesAtOnceAndUncompressedAndTheStreamEndsAfterTheLast() throws Exception {
        try (var stream = new LiveStream(shopper, order)) {
            await().atMost(SOON).until(() -> stream.statuses().equals(List.of("CONFIRMED")));
            shopper.gateway().post("/orders/" + order + "/cancel", Map.of()).expect(200);
            await().atMost(SOON).until(stream::hasEnded);

            assertThat(stream.statuses()).containsExactly("CONFIRMED", "CANCELLED");
            assertThat(stream.lines()).contains("id: 2", "id: 3", "event: status");
            assertThat(stream.response().headers().firstValue("Content-Type")).hasValue("text/event-stream");
            assertThat(stream.response().headers().firstValue("Content-Encoding")).isEmpty();
            assertThat(stream.response().headers().firstValue("Cache-Control")).hasValue("private, no-store");
        }
    }

    @Test
    void anIdleStreamGetsACommentAndStaysOpenBeyondTheTimeoutsOfTheGateway() throws Exception {
        try (var stream = new LiveStream(shopper, order, "Last-Event-ID", "2")) {
            await().atMost(Duration.ofSeconds(50)).until(
                    () -> stream.lines().stream().filter(line -> line.startsWith(":")).count() == 3);
            shopper.gateway().post("/orders/" + order + "/cancel", Map.of()).expect(200);
            await().atMost(SOON).until(stream::hasEnded);

            assertThat(stream.statuses()).containsExactly("CANCELLED");
        }
    }

    @Test
    void aLogOutEndsTheStreamWithinASecond() throws Exception {
        try (var stream = new LiveStream(shopper, order)) {
            await().atMost(SOON).until(() -> stream.statuses().size() == 1);
            shopper.gateway().delete("/sessions/" + shopper.session()).expect(204);

            await().atMost(SOON).until(stream::hasEnded);
        }
    }
}
