package dev.ashlar.email;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.ashlar.testing.Logs;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The log lines of a mail carry the request id and the trace id of its event, although the mail waited in a table. */
@RunningEmailService
class MailLogIT {

    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

    @RegisterExtension
    final Logs logs = new Logs();

    private final UUID user = UuidCreator.getTimeOrderedEpoch();
    private final UUID order = UuidCreator.getTimeOrderedEpoch();
    private final String address = user + "@example.org";

    @Test
    void logsEachStatusChangeOnceWithItsRequestAndTrace() {
        IncomingEvent.userRegistered(user, address).publish();
        IncomingEvent.order("order.created", order, user).publishIn("checkout-7", TRACE);

        await().atMost(Duration.ofSeconds(20)).untilAsserted(
                () -> assertThat(logs.with("order_id", order)).extracting(Logs.Line::text)
                        .contains("Mail is now PENDING", "Mail is now SENT"));
        assertThat(logs.with("order_id", order)).allSatisfy(line -> {
            assertThat(line.requestId()).isEqualTo("checkout-7");
            assertThat(line.traceId()).isEqualTo(TRACE);
            assertThat(line.values().toString() + line.text()).doesNotContain("@");
        });
    }
}
