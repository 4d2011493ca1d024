package dev.ashlar.email;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.ashlar.testing.Events;
import dev.ashlar.testing.Mails;
import dev.ashlar.testing.ServiceClient;
import dev.ashlar.testing.TestEvent;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@RunningEmailService
class OrderMailsIT {

    private static final Duration SOON = Duration.ofSeconds(20);

    private final UUID user = UuidCreator.getTimeOrderedEpoch();
    private final UUID order = UuidCreator.getTimeOrderedEpoch();
    private final String address = user + "@example.org";

    @LocalServerPort
    private int port;
    @Autowired
    private JdbcClient jdbc;
    private ServiceClient admin;

    @BeforeEach
    void signIn() {
        admin = ServiceClient.admin(port);
    }

    @Test
    void sendsAMailForEachChangeOfAnOrderInSequence() {
        IncomingEvent.userRegistered(user, address).publish();
        IncomingEvent.order("order.created", order, user).publish();
        IncomingEvent.order("order.confirmed", order, user).publish();
        IncomingEvent.order("order.cancelled", order, user).publish();

        awaitSubjects("We received your order", "is confirmed", "is cancelled");
        assertThat(Mails.to(address).getFirst().text()).contains("Ada Lovelace", "112.47 USD", "2 x Desk lamp",
                "1 x Bulb E27", order.toString());
    }

    @Test
    void showsASentMailToAdminsAndSendsItWithItsMessageId() {
        IncomingEvent.userRegistered(user, address).publish();
        IncomingEvent.order("order.created", order, user).publish();

        awaitStatus("SENT");
        var mail = admin.get("/api/v1/emails?order_id=" + order);
        assertThat(mail.text("/items/0/template")).isEqualTo("order-received");
        assertThat(mail.text("/items/0/recipient")).isEqualTo(address);
        assertThat(mail.text("/items/0/sent_at")).endsWith("Z");
        assertThat(mail.json().at("/items/0/attempts").asInt()).isPositive();
        assertThat(Mails.to(address)).extracting(Mails.Mail::messageId)
                .containsExactly("<order-received." + order + "@ashlar.local>");
    }

    @Test
    void sendsOneMailForADuplicateEvent() {
        IncomingEvent.userRegistered(user, address).publish();
        IncomingEvent.order("order.created", order, user).publishTwice();
        IncomingEvent.order("order.rejected", order, user).publish();

        awaitSubjects("We received your order", "could not fulfil");
        assertThat(Mails.to(address).getLast().text()).contains("sold out");
    }

    @Test
    void explainsThatAnOrderTimedOut() {
        IncomingEvent.userRegistered(user, address).publish();
        IncomingEvent.order("order.rejected", order, user).with("reason", "timed_out").publish();

        awaitSubjects("could not fulfil");
        assertThat(Mails.to(address).getFirst().text()).contains("did not answer in time").doesNotContain("sold out");
    }

    @Test
    void sendsAMailForAnOrderWithoutProductNames() {
        IncomingEvent.userRegistered(user, address).publish();
        IncomingEvent.order("order.created", order, user).withoutProductNames().publish();

        awaitSubjects("We received your order");
        assertThat(Mails.to(address).getFirst().text()).contains("2 x Product 35e0cbd7a69f", "112.47 USD")
                .doesNotContain("null");
    }

    @Test
    void waitsForTheAddressOfANewUser() {
        IncomingEvent.order("order.created", order, user).publish();
        await().atMost(SOON)
                .until(() -> admin.get("/api/v1/emails?order_id=" + order).json().at("/items/0/attempts").asInt() > 0);
        assertThat(admin.get("/api/v1/emails?order_id=" + order).text("/items/0/status")).isEqualTo("PENDING");
        assertThat(admin.get("/api/v1/emails?order_id=" + order).json().at("/items/0/recipient").isNull()).isTrue();

        IncomingEvent.userRegistered(user, address).publish();

        awaitSubjects("We received your order");
    }

    @Test
    void sendsToTheNewestAddress() {
        var later = "new-" + address;
        IncomingEvent.userChanged(user, 2, later).publish();
        awaitHandled(IncomingEvent.userRegistered(user, address).publish());

        IncomingEvent.order("order.created", order, user).publish();

        await().atMost(SOON).untilAsserted(() -> assertThat(Mails.to(later)).hasSize(1));
        assertThat(Mails.to(address)).isEmpty();
    }

    @Test
    void sendsNothingToADeletedUser() {
        IncomingEvent.userRegistered(user, address).publish();
        awaitHandled(IncomingEvent.userDeleted(user, 2).publish());

        IncomingEvent.order("order.created", order, user).publish();

        awaitStatus("FAILED");
        assertThat(admin.get("/api/v1/emails?order_id=" + order).json().at("/items/0/recipient").isNull()).isTrue();
        assertThat(Mails.to(address)).isEmpty();
    }

    /** After compaction, the tombstone may be the only record of the user. */
    @Test
    void erasesAUserOnATombstoneAlone() {
        IncomingEvent.userRegistered(user, address).publish();
        IncomingEvent.order("order.created", order, user).publish();
        awaitStatus("SENT");

        Events.publish(tombstone());
        awaitErased();
        awaitHandled(IncomingEvent.userChanged(user, 7, "late-" + address).publish());
        Events.publish(tombstone());
        awaitHandled(IncomingEvent.userRegistered(user, address).publish());

        awaitErased();
        assertThat(admin.get("/api/v1/emails?order_id=" + order).json().at("/items/0/recipient").isNull()).isTrue();
        assertThat(stored()).doesNotContain(address);
    }

    private ProducerRecord<byte[], byte[]> tombstone() {
        return new ProducerRecord<>("users", user.toString().getBytes(UTF_8), null);
    }

    private void awaitErased() {
        await().atMost(SOON).until(() -> jdbc.sql("SELECT count(*) FROM addresses WHERE user_id = ? AND email IS NULL")
                .param(user).query(Integer.class).single() == 1);
    }

    /** All rows of addresses and mails, as text. */
    private String stored() {
        return jdbc.sql("SELECT addresses::text FROM addresses UNION ALL SELECT emails::text FROM emails")
                .query(String.class).list().toString();
    }

    @Test
    void writesADeadLetterForAnInvalidEventAndHandlesTheNext() {
        IncomingEvent.userRegistered(user, address).publish();
        IncomingEvent.order("order.created", order, user).publishWithout("total");
        IncomingEvent.order("order.confirmed", order, user).publish();

        awaitSubjects("is confirmed");
        await().atMost(SOON).untilAsserted(
                () -> assertThat(Events.on("orders.email-service.dlt").ofSubject(order)).hasSize(1));
    }

    private void awaitSubjects(String... parts) {
        await().atMost(SOON).untilAsserted(() -> assertThat(Mails.to(address)).extracting(Mails.Mail::subject)
                .zipSatisfy(List.of(parts), (subject, part) -> assertThat(subject).contains(part)));
    }

    private void awaitStatus(String status) {
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(admin.get("/api/v1/emails?order_id=" + order).text("/items/0/status"))
                        .isEqualTo(status));
    }

    private void awaitHandled(TestEvent event) {
        await().atMost(SOON).until(() -> jdbc.sql("SELECT count(*) FROM inbox WHERE event_id = ?").param(event.id())
                .query(Integer.class).single() == 1);
    }
}
