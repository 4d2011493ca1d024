package dev.ashlar.email.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.ashlar.testing.Logs;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@EmailServiceWithOwnMailServer
class EmailQueueIT {

    private static final Duration LEASE = Duration.ofMinutes(1);
    private static final Duration EXPIRED_LEASE = Duration.ZERO;

    @RegisterExtension
    final Logs logs = new Logs();

    @Autowired
    private EmailQueue queue;
    @Autowired
    private EmailSender sender;
    @Autowired
    private MailWorkers workers;
    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    void stopTheWorkers() {
        workers.stop();
        jdbc.sql("DELETE FROM emails").update();
    }

    @AfterEach
    void startTheWorkers() {
        workers.start();
    }

    @Test
    void readsAMailThatAnOlderVersionQueued() {
        queue.add(Template.ORDER_RECEIVED, Orders.placed(1), "event-1");
        jdbc.sql("UPDATE emails SET model = model #- '{lines,0,name}'").update();

        assertThat(queue.claim(LEASE).orElseThrow().order().lines().getFirst().name()).isNull();
    }

    @Test
    void givesEachMailToOneWorkerOnly() throws Exception {
        IntStream.range(0, 40).forEach(_ -> queue.add(Template.ORDER_RECEIVED, Orders.placed(1), "event-1"));
        var start = new CountDownLatch(1);

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var claims = IntStream.range(0, 40).mapToObj(_ -> threads.submit(() -> {
                start.await();
                return queue.claim(LEASE);
            })).toList();
            start.countDown();

            assertThat(claims).extracting(claim -> claim.get().map(Email::id)).filteredOn(Optional::isPresent)
                    .doesNotHaveDuplicates();
        }
        drain();
        assertThat(jdbc.sql("SELECT DISTINCT attempts FROM emails").query(Integer.class).list()).containsExactly(1);
    }

    @Test
    void givesAMailToAnotherWorkerAfterTheLeaseHasExpired() {
        queue.add(Template.ORDER_RECEIVED, Orders.placed(1), "event-1");
        var first = queue.claim(EXPIRED_LEASE).orElseThrow();

        var second = queue.claim(LEASE).orElseThrow();

        assertThat(second.id()).isEqualTo(first.id());
        assertThat(second.messageId()).isEqualTo(first.messageId());
        assertThat(queue.claim(LEASE)).isEmpty();
    }

    @Test
    void ignoresResultsOfAWorkerThatLostItsLease() {
        queue.add(Template.ORDER_RECEIVED, Orders.placed(1), "event-1");
        var late = queue.claim(EXPIRED_LEASE).orElseThrow();
        var holder = queue.claim(LEASE).orElseThrow();

        assertThat(queue.postpone(late, Duration.ZERO, "late")).isFalse();
        assertThat(queue.fail(late.id(), late.attempts(), "late")).isFalse();
        assertThat(queue.claim(LEASE)).isEmpty();
        assertThat(queue.sent(holder)).isTrue();
        assertThat(queue.sent(late)).isFalse();

        assertThat(statuses()).containsExactly("SENT");
    }

    @Test
    void claimsALaterMailOfAnOrderOnlyAfterTheEarlierOneWasSent() {
        var order = UuidCreator.getTimeOrderedEpoch();
        queue.add(Template.ORDER_CONFIRMED, Orders.placed(order, 2), "event-1");
        queue.add(Template.ORDER_RECEIVED, Orders.placed(order, 1), "event-1");

        var received = queue.claim(LEASE).orElseThrow();
        assertThat(received.template()).isEqualTo(Template.ORDER_RECEIVED);
        assertThat(queue.claim(LEASE)).isEmpty();

        queue.sent(received);
        assertThat(queue.claim(LEASE)).map(Email::template).contains(Template.ORDER_CONFIRMED);
    }

    @Test
    void postponesTheMailsOfAnOrderTogether() {
        var order = UuidCreator.getTimeOrderedEpoch();
        queue.add(Template.ORDER_RECEIVED, Orders.placed(order, 1), "event-1");
        queue.add(Template.ORDER_CONFIRMED, Orders.placed(order, 2), "event-1");

        queue.postpone(queue.claim(LEASE).orElseThrow(), Duration.ofHours(1), "ConnectException");

        assertThat(queue.claim(LEASE)).isEmpty();
        assertThat(jdbc.sql("SELECT count(DISTINCT next_attempt_at) FROM emails").query(Integer.class).single())
                .isOne();
        assertThat(statuses()).containsExactly("PENDING", "PENDING");
    }

    @Test
    void ignoresFieldsThatANewerVersionAdded() {
        var order = Orders.placed(1);
        queue.add(Template.ORDER_RECEIVED, order, "event-1");
        jdbc.sql("UPDATE emails SET model = model || '{\"colour\": \"blue\"}'").update();

        assertThat(queue.claim(LEASE)).map(Email::order).contains(order);
    }

    @Test
    void failsAnUnreadableMailAndClaimsTheNext() {
        var order = UuidCreator.getTimeOrderedEpoch();
        queue.add(Template.ORDER_RECEIVED, Orders.placed(order, 1), "event-1");
        queue.add(Template.ORDER_CONFIRMED, Orders.placed(order, 2), "event-1");
        jdbc.sql("UPDATE emails SET model = '{\"lines\": \"none\"}' WHERE template = 'order-received'").update();

        assertThat(sender.sendNext()).isZero();

        assertThat(jdbc.sql("SELECT last_error FROM emails WHERE status = 'FAILED'").query(String.class).list())
                .containsExactly("unreadable");
        assertThat(logs.with("reason", "unreadable")).singleElement().satisfies(line -> {
            assertThat(line.level()).isEqualTo("WARN");
            assertThat(line.values()).containsEntry("order_id", order.toString()).containsKey("cause");
            assertThat(line.toString()).doesNotContain("none\"");
        });
        assertThat(queue.claim(LEASE)).map(Email::template).contains(Template.ORDER_CONFIRMED);
    }

    @Test
    void queuesOneMailOfEachTemplateForAnOrder() {
        var order = Orders.placed(1);
        queue.add(Template.ORDER_RECEIVED, order, "event-1");
        queue.add(Template.ORDER_RECEIVED, order, "event-1");

        assertThat(statuses()).hasSize(1);
    }

    /** Claims the mails that concurrent claims skipped. */
    private void drain() {
        Stream.generate(() -> queue.claim(LEASE)).takeWhile(Optional::isPresent).forEach(_ -> {});
    }

    private List<String> statuses() {
        return jdbc.sql("SELECT status FROM emails").query(String.class).list();
    }
}
