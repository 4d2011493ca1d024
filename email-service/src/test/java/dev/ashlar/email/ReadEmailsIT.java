package dev.ashlar.email;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.ashlar.testing.ServiceClient;
import java.time.Duration;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

@RunningEmailService
class ReadEmailsIT {

    @LocalServerPort
    private int port;

    @Test
    void showsMailsToAdminsOnly() {
        assertThat(ServiceClient.of(port).get("/api/v1/emails").status()).isEqualTo(401);
        assertThat(ServiceClient.shopper(port).get("/api/v1/emails").status()).isEqualTo(403);
        assertThat(ServiceClient.admin(port).get("/api/v1/emails").status()).isEqualTo(200);
    }

    @Test
    void listsAnOrdersMailsNewestFirstPageByPage() {
        var admin = ServiceClient.admin(port);
        var user = UuidCreator.getTimeOrderedEpoch();
        var order = UuidCreator.getTimeOrderedEpoch();
        IncomingEvent.order("order.created", order, user).publish();
        IncomingEvent.order("order.confirmed", order, user).publish();
        IncomingEvent.order("order.cancelled", order, user).publish();
        await().atMost(Duration.ofSeconds(20))
                .until(() -> admin.get("/api/v1/emails?order_id=" + order).json().at("/items").size() == 3);

        var seen = new ArrayList<String>();
        var page = admin.get("/api/v1/emails?limit=2&order_id=" + order).json();
        page.at("/items").forEach(mail -> seen.add(mail.at("/template").asString()));
        var rest = admin
                .get("/api/v1/emails?limit=2&order_id=" + order + "&cursor=" + page.at("/next_cursor").asString())
                .json();
        rest.at("/items").forEach(mail -> seen.add(mail.at("/template").asString()));

        assertThat(seen).containsExactly("order-cancelled", "order-confirmed", "order-received");
        assertThat(rest.at("/next_cursor").isNull()).isTrue();
    }

    @Test
    void listsNoMailsOfAnUnknownOrder() {
        assertThat(ServiceClient.admin(port).get("/api/v1/emails?order_id=" + UuidCreator.getTimeOrderedEpoch()).body())
                .isEqualTo("{\"items\":[],\"next_cursor\":null}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit=0", "limit=101", "limit=many", "limit=", "cursor=nonsense",
            "cursor=b3JkZXJzHzAxOThlMGE0LTAwMDAtNzAwMC04MDAwLTAwMDAwMDAwMDAwYQ",
            "order_id=1", "order_id=", "order_id=1-1-1-1-1", "order_id=0198e0a400007000800000000000000a",
            "status=SENT"})
    void rejectsAnInvalidQuery(String query) {
        assertThat(ServiceClient.admin(port).get("/api/v1/emails?" + query).status()).isEqualTo(400);
    }

    @Test
    void checksTheMailServerForReadiness() {
        var health = ServiceClient.of(port).get("/health/ready");

        assertThat(health.text("/status")).isEqualTo("healthy");
        assertThat(health.text("/checks/smtp/status")).isEqualTo("up");
    }
}
