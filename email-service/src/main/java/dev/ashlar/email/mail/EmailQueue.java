package dev.ashlar.email.mail;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.ashlar.chassis.backlog.BacklogSize;
import dev.ashlar.chassis.observability.AfterCommit;
import dev.ashlar.chassis.time.SqlTime;
import dev.ashlar.messaging.Origin;
import dev.ashlar.messaging.TraceContext;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * A work queue in a table. Workers of all instances claim mails with {@code FOR UPDATE SKIP LOCKED}. A claim is a lease: if the
 * worker dies, another one claims the mail after the lease has expired. Except for {@link #add}, each statement is a transaction of
 * its own.
 */
@Repository
public class EmailQueue {

    private static final Logger log = LoggerFactory.getLogger(EmailQueue.class);

    private static final String DUE = """
            status = 'PENDING' AND next_attempt_at <= :now AND (leased_until IS NULL OR leased_until <= :now)
              AND NOT EXISTS (SELECT FROM emails earlier
                              WHERE earlier.order_id = due.order_id AND earlier.status = 'PENDING'
                                AND earlier.order_version < due.order_version)""";

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;
    private final TraceContext traces;
    private final Semaphore wakeUps = new Semaphore(0);
    private final int workers;

    /** Ignores unknown fields of stored orders: a newer version may have added them. */
    EmailQueue(JdbcClient jdbc, JsonMapper strict, Clock clock, TraceContext traces, MailProperties properties) {
        this.jdbc = jdbc;
        this.json = strict.rebuild().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();
        this.clock = clock;
        this.traces = traces;
        this.workers = properties.workers();
    }

    /**
     * Queues a mail in the caller's transaction and wakes a worker after the commit. Does nothing if the order already has a mail of
     * this template.
     *
     * @param eventId of the event that the mail is about
     */
    public void add(Template template, Order order, String eventId) {
        var now = now();
        var id = UuidCreator.getTimeOrderedEpoch();
        var origin = traces.origin();
        var added = jdbc.sql("""
                INSERT INTO emails (id, order_id, order_version, user_id, template, model, next_attempt_at, created_at,
                                    request_id, traceparent, event_id)
                VALUES (?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?, ?, ?) ON CONFLICT (order_id, template) DO NOTHING""")
                .param(id).param(order.id()).param(order.version())
                .param(order.userId()).param(template.code()).param(json.writeValueAsString(order)).param(now)
                .param(now).param(origin.requestId()).param(origin.traceparent()).param(eventId).update();
        if (added == 1) {
            AfterCommit.run(() -> {
                log.atInfo().addKeyValue("order_id", order.id()).addKeyValue("email_id", id)
                        .addKeyValue("template", template.code()).log("Mail is now PENDING");
                wakeWorker();
            });
        }
    }

    /** Wakes one waiting worker. More permits than workers would only cause claims on an empty queue. */
    void wakeWorker() {
        if (wakeUps.availablePermits() < workers) {
            wakeUps.release();
        }
    }

    /** Waits until this instance queues a mail, or until the timeout. */
    void awaitMail(Duration timeout) throws InterruptedException {
        var _ = wakeUps.tryAcquire(timeout.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** True if a worker can claim a mail now. */
    boolean hasDue() {
        return jdbc.sql("SELECT EXISTS (SELECT FROM emails due WHERE " + DUE + ")").param("now", now())
                .query(Boolean.class).single();
    }

    /**
     * Leases the mail that has been due the longest. A mail is not due while an earlier mail of its order is pending.
     *
     * @throws UnreadableMail if this version of the service cannot read the row. The row is leased nevertheless
     */
    Optional<Email> claim(Duration lease) {
        return jdbc
                .sql("""
                UPDATE emails SET attempts = attempts + 1, leased_until = :until
                WHERE id = (SELECT id FROM emails due WHERE %s
                            ORDER BY next_attempt_at, order_version LIMIT 1
                            FOR UPDATE SKIP LOCKED)
                RETURNING id, order_id, template, model, attempts, created_at, request_id, traceparent"""
                        .formatted(DUE))
                .param("now", now())
                .param("until", now().plus(lease)).query(this::email).optional();
    }

    /**
     * Marks the mail as sent, even if its lease has expired.
     *
     * @return false if another worker has already set the final status
     */
    boolean sent(Email email) {
        return jdbc.sql("""
                UPDATE emails SET status = 'SENT', sent_at = ?, leased_until = NULL, last_error = NULL
                WHERE id = ? AND status = 'PENDING'""").param(now()).param(email.id()).update() == 1;
    }

    /**
     * Releases the mail until the delay has passed. The later mails of its order are not due before that either.
     *
     * @return false if another worker has claimed the mail since
     */
    boolean postpone(Email email, Duration delay, String reason) {
        return jdbc.sql("""
                UPDATE emails SET next_attempt_at = greatest(next_attempt_at, :next), leased_until = NULL, last_error = :reason
                WHERE order_id = :order AND order_version >= :version AND status = 'PENDING'
                  AND (id = :id OR leased_until IS NULL)
                  AND EXISTS (SELECT FROM emails held WHERE held.id = :id AND held.attempts = :attempts)""")
                .param("next", now().plus(delay)).param("reason", reason)
                .param("order", email.order().id()).param("version", email.order().version()).param("id", email.id())
                .param("attempts", email.attempts()).update() > 0;
    }

    /**
     * Marks the mail as failed. It is not tried again.
     *
     * @return false if another worker has claimed the mail since
     */
    boolean fail(UUID id, int attempts, String reason) {
        return jdbc.sql("""
                UPDATE emails SET status = 'FAILED', last_error = ?, leased_until = NULL
                WHERE id = ? AND attempts = ? AND status = 'PENDING'""").param(reason).param(id)
                .param(attempts).update() == 1;
    }

    BacklogSize backlog() {
        return jdbc.sql("SELECT count(*) AS mails, min(created_at) AS oldest FROM emails WHERE status = 'PENDING'")
                .query((row, _) -> new BacklogSize(row.getLong("mails"), SqlTime.instant(row, "oldest"))).single();
    }

    private Email email(ResultSet row, int number) throws SQLException {
        var id = row.getObject("id", UUID.class);
        var attempts = row.getInt("attempts");
        var origin = new Origin(row.getString("request_id"), row.getString("traceparent"));
        try {
            return new Email(id, Template.of(row.getString("template")),
                    json.readValue(row.getString("model"), Order.class), attempts,
                    Objects.requireNonNull(SqlTime.instant(row, "created_at")), origin);
        } catch (JacksonException | NoSuchElementException e) {
            throw new UnreadableMail(id, row.getObject("order_id", UUID.class), attempts, origin, e);
        }
    }

    private OffsetDateTime now() {
        return SqlTime.utc(clock.instant());
    }
}
