package dev.ashlar.email;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.ashlar.chassis.retention.TableRetention;
import dev.ashlar.testing.Events;
import dev.ashlar.testing.ServiceClient;
import dev.ashlar.testing.TestEvent;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@RunningEmailService
class MailRetentionIT {

    @LocalServerPort
    private int port;
    @Autowired
    private JdbcClient jdbc;
    @Autowired
    private TableRetention oldMails;

    @Test
    void deletesOldMailsUnlessTheyArePending() {
        var sent = mails(1_500, "SENT", "91 days");
        var failed = mails(3, "FAILED", "91 days");
        var pending = mails(2, "PENDING", "91 days");
        var young = mails(2, "SENT", "89 days");

        while (oldMails.deleteBatch(jdbc, Clock.systemUTC().instant(), 1_000) > 0) {
            // next batch
        }

        assertThat(count(sent)).isZero();
        assertThat(count(failed)).isZero();
        assertThat(count(pending)).isEqualTo(2);
        assertThat(count(young)).isEqualTo(2);
        jdbc.sql("DELETE FROM emails WHERE user_id = ?").param(pending).update();
    }

    @Test
    void findsOldMailsByTheIndex() {
        mails(20_000, "SENT", "89 days");
        jdbc.sql("ANALYZE emails").update();

        assertThat(String.join("\n", jdbc.sql("EXPLAIN " + oldMails.deletion(1_000))
                .param("before", Clock.systemUTC().instant().atOffset(ZoneOffset.UTC)).query(String.class).list()))
                .contains("Index Scan using emails_by_age").doesNotContain("Seq Scan");
    }

    @Test
    void sendsNoMailAgainWhenAReplayIsOlderThanTheRetention() {
        var user = UuidCreator.getTimeOrderedEpoch();
        var order = UuidCreator.getTimeOrderedEpoch();
        var created = IncomingEvent.order("order.created", order, user).publish();
        var admin = ServiceClient.admin(port);
        await().atMost(Duration.ofSeconds(20))
                .until(() -> admin.get("/api/v1/emails?order_id=" + order).json().at("/items").size() == 1);
        jdbc.sql("DELETE FROM emails WHERE order_id = ?").param(order).update();

        var replayed = new TestEvent(UUID.randomUUID().toString(), created.type(), created.source(), created.subject(),
                created.time().minus(Duration.ofDays(91)), created.data(), null, null);
        Events.publish("orders", replayed);
        IncomingEvent.order("order.confirmed", order, user).publish();

        await().atMost(Duration.ofSeconds(20))
                .until(() -> admin.get("/api/v1/emails?order_id=" + order).json().at("/items").size() == 1);
        assertThat(admin.get("/api/v1/emails?order_id=" + order).json().at("/items/0/template").asString())
                .isEqualTo("order-confirmed");
    }

    private UUID mails(int number, String status, String age) {
        var user = UUID.randomUUID();
        jdbc.sql("""
                INSERT INTO emails (id, order_id, order_version, user_id, template, model, status, sent_at,
                                    next_attempt_at, created_at)
                SELECT gen_random_uuid(), gen_random_uuid(), 1, :user, 'order-received', '{}', :status,
                       CASE WHEN :status = 'SENT' THEN now() END, now() + interval '1 day', now() - :age::interval
                FROM generate_series(1, :number)""").param("user", user).param("status", status).param("age", age)
                .param("number", number).update();
        return user;
    }

    private long count(UUID user) {
        return jdbc.sql("SELECT count(*) FROM emails WHERE user_id = ?").param(user).query(Long.class).single();
    }
}
