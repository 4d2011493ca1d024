package dev.ashlar.sample;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.dao.TransientDataAccessResourceException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The effects of the sample events. Fails as often as a test requests, or as the name of a sample requests. */
@Component
class Effects {

    private final JdbcClient jdbc;
    private final AtomicInteger failures = new AtomicInteger();
    private final Semaphore gate = new Semaphore(0);
    private final AtomicBoolean refusing = new AtomicBoolean(true);

    Effects(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void happen(SampleTaken sample) {
        switch (sample.name()) {
            case "null pointer" -> throw new NullPointerException("requested by the test");
            case "stack overflow" -> throw new StackOverflowError("requested by the test");
            case "refused" -> {
                if (refusing.get()) {
                    throw new IllegalStateException("requested by the test");
                }
                insert(sample);
            }
            case "violation" -> jdbc.sql("INSERT INTO effects (subject, name) VALUES ('', NULL)").update();
            case "statement timeout" -> {
                jdbc.sql("SET LOCAL statement_timeout = '50ms'").update();
                jdbc.sql("SELECT pg_sleep(1)").query().listOfRows();
            }
            case "unknown state" -> jdbc.sql("DO $$ BEGIN RAISE SQLSTATE 'ZZ001'; END $$").update();
            case "gate" -> {
                insert(sample);
                gate.acquireUninterruptibly();
            }
            default -> insert(sample);
        }
    }

    private void insert(SampleTaken sample) {
        jdbc.sql("INSERT INTO effects (subject, name) VALUES (?, ?)").param(sample.subject().toString())
                .param(sample.name())
                .update();
        if (failures.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
            throw new TransientDataAccessResourceException("requested by the test");
        }
    }

    void failNext(int times) {
        failures.set(times);
    }

    /** Lets one sample with the name {@code gate} pass. */
    void openGate() {
        gate.release();
    }

    /** The ids of the transactions with effects of these names. */
    Set<String> transactions(UUID subject, Collection<String> names) {
        return new HashSet<>(jdbc
                .sql("SELECT transaction::text FROM effects WHERE subject = :subject AND name IN (:names)")
                .param("subject", subject.toString()).param("names", names).query(String.class).list());
    }

    /** Decides whether samples of the name {@code refused} fail. */
    void refuse(boolean refused) {
        refusing.set(refused);
    }

    List<String> of(UUID subject) {
        return jdbc.sql("SELECT name FROM effects WHERE subject = ? ORDER BY happened_at").param(subject.toString())
                .query(String.class).list();
    }
}
