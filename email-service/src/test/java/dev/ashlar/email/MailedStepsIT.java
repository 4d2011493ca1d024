package dev.ashlar.email;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.ashlar.testing.ServiceClient;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@RunningEmailService
class MailedStepsIT {

    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

    private final UUID order = UuidCreator.getTimeOrderedEpoch();
    private final String path = "/api/v1/email/steps?order_id=" + order;

    @LocalServerPort
    private int port;

    @Test
    void showEachMailWithItsEventRequestAndTrace() {
        var user = UuidCreator.getTimeOrderedEpoch();
        IncomingEvent.userRegistered(user, user + "@example.org").publish();
        var created = IncomingEvent.order("order.created", order, user).publish();
        IncomingEvent.order("order.confirmed", order, user).publishIn("checkout-7", TRACE);

        var admin = ServiceClient.admin(port);
        await().atMost(Duration.ofSeconds(20)).untilAsserted(
                () -> assertThat(admin.get(path).is(200).items("step")).containsExactly("mailed", "mailed"));
        var steps = admin.get(path);
        assertThat(steps.text("/items/0/event_id")).isEqualTo(created.id());
        assertThat(steps.text("/items/1/request_id")).isEqualTo("checkout-7");
        assertThat(steps.text("/items/1/trace_id")).isEqualTo(TRACE);
    }

    @Test
    void areForAdminsOnly() {
        ServiceClient.of(port).get(path).is(401);
        ServiceClient.shopper(port).get(path).is(403);
        ServiceClient.admin(port).get("/api/v1/email/steps").is(400);
    }
}
