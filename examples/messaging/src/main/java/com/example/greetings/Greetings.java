package com.example.greetings;

import dev.ashlar.messaging.Outbox;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class Greetings {

    private final JdbcClient jdbc;
    private final Outbox outbox;

    Greetings(JdbcClient jdbc, Outbox outbox) {
        this.jdbc = jdbc;
        this.outbox = outbox;
    }

    /** Commits the row and the event together. */
    @Transactional
    public void send(UUID id, String text) {
        jdbc.sql("INSERT INTO sent (id, text) VALUES (?, ?)").param(id).param(text).update();
        outbox.append("greetings", id, new GreetingSent(id, text));
    }

    /** Runs once for each event, in the transaction that also records the event in the inbox. */
    void receive(GreetingSent greeting) {
        jdbc.sql("INSERT INTO received (id, text) VALUES (?, ?)").param(greeting.id()).param(greeting.text()).update();
    }

    List<String> received(UUID id) {
        return jdbc.sql("SELECT text FROM received WHERE id = ?").param(id).query(String.class).list();
    }
}
