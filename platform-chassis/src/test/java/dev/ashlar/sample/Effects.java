package dev.ashlar.sample;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the sample events caused. */
@Component
class Effects {

    private final JdbcClient jdbc;

    Effects(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void happen(SampleTaken sample) {
        jdbc.sql("INSERT INTO effects (subject, name) VALUES (?, ?)").param(sample.subject().toString())
                .param(sample.name())
                .update();
    }

    List<String> of(UUID subject) {
        return jdbc.sql("SELECT name FROM effects WHERE subject = ? ORDER BY happened_at").param(subject.toString())
                .query(String.class).list();
    }
}
