package dev.ashlar.messaging;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Remembers which events were handled, in the transaction of their effect: so the effect happens once (ADR 4). */
final class Inbox {

    private final JdbcClient jdbc;

    Inbox(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whether the event is new. A concurrent twin waits here until the first one commits or fails. */
    boolean add(ReceivedEvent event) {
        return add(event.source(), event.id());
    }

    boolean add(String source, String event) {
        return jdbc.sql("INSERT INTO inbox (source, event_id) VALUES (?, ?) ON CONFLICT DO NOTHING")
                .param(source).param(event).update() == 1;
    }
}
