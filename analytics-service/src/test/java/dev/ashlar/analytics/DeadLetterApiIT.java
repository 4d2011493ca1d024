package dev.ashlar.analytics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.ashlar.testing.Events;
import dev.ashlar.testing.ServiceClient;
import dev.ashlar.testing.TestEvent;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@RunningAnalyticsService
class DeadLetterApiIT {

    private static final String PATH = "/api/v1/analytics/dead-letters";

    @LocalServerPort
    private int port;

    @Test
    void isForAdminsOnly() {
        ServiceClient.of(port).get(PATH).is(401);
        ServiceClient.shopper(port).get(PATH).is(403);
    }

    @Test
    void replaysAndDiscardsAnEventWithoutData() {
        var admin = ServiceClient.admin(port);
        var order = UuidCreator.getTimeOrderedEpoch();
        Events.publish("orders", TestEvent.of("order.created", order, "{}").from("/order-service"));
        var letter = await().atMost(Duration.ofSeconds(20))
                .until(() -> admin.get(PATH + "?key=" + order).items("id").toList(), ids -> !ids.isEmpty()).getFirst();

        admin.send("POST", PATH + "/" + letter + "/replay").is(202);
        await().atMost(Duration.ofSeconds(10))
                .until(() -> admin.get(PATH + "/" + letter).text("/state").equals("PARKED")); // it is still invalid
        admin.send("DELETE", PATH + "/" + letter + "?reason=sent%20by%20a%20test").is(204);

        assertThat(admin.get(PATH + "/" + letter).text("/state")).isEqualTo("DISCARDED");
    }
}
