package dev.ashlar.email;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.ashlar.testing.ServiceClient;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

@RunningEmailService
class DeadLetterApiIT {

    private static final String PATH = "/api/v1/email/dead-letters";

    private final UUID order = UuidCreator.getTimeOrderedEpoch();

    @LocalServerPort
    private int port;
    private ServiceClient admin;

    @BeforeEach
    void signIn() {
        admin = ServiceClient.admin(port);
    }

    @Test
    void isForAdminsOnly() {
        for (var path : new String[]{PATH, PATH + "/" + order, PATH + "/replay"}) {
            assertThat(ServiceClient.of(port).get(path).status()).isEqualTo(401);
            assertThat(ServiceClient.shopper(port).get(path).status()).isEqualTo(403);
        }
    }

    @Test
    void showsAnEventThatCouldNotBeHandled() {
        var letter = poison();

        var shown = admin.get(PATH + "/" + letter).is(200);

        assertThat(shown.text("/topic")).isEqualTo("orders");
        assertThat(shown.text("/key")).isEqualTo(order.toString());
        assertThat(shown.text("/type")).isEqualTo("order.created");
        assertThat(shown.text("/reason")).isEqualTo("userId is required");
        assertThat(shown.text("/state")).isEqualTo("PARKED");
        assertThat(shown.text("/headers/ce_type")).isEqualTo("order.created");
        assertThat(shown.text("/payload")).contains(order.toString());
    }

    @Test
    void listsLettersPageByPage() {
        var first = poison();
        var second = poison();
        var list = PATH + "?limit=1&type=order.created&reason=userid&state=PARKED&from=2020-01-01T00:00:00Z&key="
                + order;

        var page = admin.get(list).is(200);
        var rest = admin.get(list + "&cursor=" + page.text("/next_cursor")).is(200);

        assertThat(page.items("id")).containsExactly(second);
        assertThat(rest.items("id")).containsExactly(first);
        assertThat(rest.json().at("/next_cursor").isNull()).isTrue();
    }

    @Test
    void replaysALetter() {
        var letter = poison();

        assertThat(admin.send("POST", PATH + "/" + letter + "/replay").is(202).body()).isEmpty();

        await().atMost(Duration.ofSeconds(10))
                .until(() -> admin.get(PATH + "/" + letter).text("/state").equals("PARKED")); // it is still invalid
    }

    @Test
    void replaysTheLettersOfAType() {
        poison();

        assertThat(admin.post(PATH + "/replay", "{\"type\":\"order.lost\"}").is(202).body())
                .isEqualTo("{\"replayed\":0}");
        assertThat(admin.send("POST", PATH + "/replay").is(202).json().at("/replayed").asInt()).isPositive();
    }

    @Test
    void discardsALetterAndKeepsItsRecord() {
        var letter = poison();

        admin.send("DELETE", PATH + "/" + letter + "?reason=sent%20by%20a%20test").is(204);

        var shown = admin.get(PATH + "/" + letter).is(200);
        assertThat(shown.text("/state")).isEqualTo("DISCARDED");
        assertThat(shown.text("/discard_reason")).isEqualTo("sent by a test");
        admin.send("POST", PATH + "/" + letter + "/replay").is(409);
    }

    @Test
    void needsAReasonToDiscardALetter() {
        var letter = poison();

        admin.send("DELETE", PATH + "/" + letter).is(400);
        admin.send("DELETE", PATH + "/" + letter + "?reason=").is(400);
        admin.send("DELETE", PATH + "/" + letter + "?reason=%20").is(400);
    }

    @Test
    void doesNotKnowAnUnknownId() {
        admin.get(PATH + "/" + order).is(404);
        admin.send("POST", PATH + "/" + order + "/replay").is(404);
        admin.send("DELETE", PATH + "/" + order + "?reason=unknown").is(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit=0", "limit=101", "cursor=nonsense", "state=parked", "from=yesterday", "type=",
            "reason=", "order_id=1"})
    void rejectsAnInvalidQuery(String query) {
        admin.get(PATH + "?" + query).is(400);
    }

    /** Publishes an event without its user, and returns the id of its dead letter. */
    private String poison() {
        var list = PATH + "?key=" + order;
        var before = admin.get(list).items("id").count();
        IncomingEvent.order("order.created", order, UuidCreator.getTimeOrderedEpoch()).publishWithout("user_id");
        await().atMost(Duration.ofSeconds(20)).until(() -> admin.get(list).items("id").count() > before);
        return admin.get(list).text("/items/0/id");
    }
}
