package dev.ashlar.email.mail;

import dev.ashlar.chassis.time.SqlTime;
import dev.ashlar.email.addressbook.Address;
import dev.ashlar.email.addressbook.AddressBook;
import dev.ashlar.messaging.Origin;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The status of each mail, for administrators. */
@Repository
public class EmailLog {

    private final JdbcClient jdbc;
    private final AddressBook addresses;

    EmailLog(JdbcClient jdbc, AddressBook addresses) {
        this.jdbc = jdbc;
        this.addresses = addresses;
    }

    /**
     * @param template the code of the template. Another version of the service may have written a code unknown to this version
     * @param recipient null while the user's address is unknown, and after the user was deleted
     */
    public record Entry(UUID id, UUID orderId, String template, @Nullable String recipient, Status status,
            int attempts, @Nullable Instant sentAt) {}

    public enum Status {
        PENDING, SENT, FAILED
    }

    /**
     * Mails with an id below {@code before}, newest first. A null id selects all orders, or starts at the newest mail. The statement has
     * no "or", for which PostgreSQL's generic plan would read all mails.
     */
    public List<Entry> newest(@Nullable UUID orderId, @Nullable UUID before, int limit) {
        var rows = jdbc.sql("""
                SELECT id, order_id, user_id, template, status, attempts, sent_at FROM emails
                WHERE id < coalesce(:before::uuid, 'ffffffff-ffff-ffff-ffff-ffffffffffff') %s
                ORDER BY id DESC LIMIT :limit""".formatted(orderId == null ? "" : "AND order_id = :order"))
                .param("order", orderId).param("before", before).param("limit", limit).query(EmailLog::row).list();
        var known = addresses.find(rows.stream().map(Row::userId).distinct().toList());
        return rows.stream().map(row -> row.to(known.get(row.userId()))).toList();
    }

    /** @param eventId null if an older version of the service queued the mail */
    public record Sent(Instant at, @Nullable String eventId, Origin origin) {}

    /** The mails about an order that were sent. */
    public List<Sent> sent(UUID orderId) {
        return jdbc.sql("""
                SELECT sent_at, event_id, request_id, traceparent FROM emails WHERE order_id = ? AND status = 'SENT'""")
                .param(orderId)
                .query((row, _) -> new Sent(Objects.requireNonNull(SqlTime.instant(row, "sent_at")),
                        row.getString("event_id"),
                        new Origin(row.getString("request_id"), row.getString("traceparent"))))
                .list();
    }

    private record Row(UUID userId, Entry entry) {

        Entry to(@Nullable Address address) {
            return address instanceof Address.Known known
                    ? new Entry(entry.id, entry.orderId, entry.template, known.email(), entry.status, entry.attempts,
                            entry.sentAt)
                    : entry;
        }
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        return new Row(row.getObject("user_id", UUID.class),
                new Entry(row.getObject("id", UUID.class), row.getObject("order_id", UUID.class),
                        row.getString("template"), null, Status.valueOf(row.getString("status")),
                        row.getInt("attempts"), SqlTime.instant(row, "sent_at")));
    }
}
