package dev.ashlar.messaging;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import tools.jackson.databind.json.JsonMapper;

/**
 * Transactional outbox: an event exists if and only if the transaction that appended it committed (ADR 3). Append last, after
 * the aggregate's row is written and so locked: then one aggregate's events get their numbers in the order of its changes.
 */
public class Outbox {

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;
    private final TraceContext traces;
    private final Consumer<String> wakeRelay;
    private final String source;

    Outbox(JdbcClient jdbc, JsonMapper json, Clock clock, TraceContext traces, Consumer<String> wakeRelay,
            String source) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
        this.traces = traces;
        this.wakeRelay = wakeRelay;
        this.source = source;
    }

    /** Appends an event about the aggregate with the given id. There must be a transaction. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void append(String topic, UUID aggregate, EventPayload payload) {
        insert(topic, aggregate, payload.type(), json.writeValueAsString(payload));
    }

    /** Appends a tombstone: a compacted topic forgets the aggregate. There must be a transaction. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void tombstone(String topic, UUID aggregate) {
        insert(topic, aggregate, "tombstone", null);
    }

    private void insert(String topic, UUID aggregate, String type, @Nullable String payload) {
        var headers = new LinkedHashMap<String, String>();
        headers.put(Headers.SPEC_VERSION, "1.0");
        headers.put(Headers.ID, UuidCreator.getTimeOrderedEpoch().toString());
        headers.put(Headers.TYPE, type);
        headers.put(Headers.SOURCE, source);
        headers.put(Headers.SUBJECT, aggregate.toString());
        headers.put(Headers.TIME, clock.instant().toString());
        headers.put(Headers.CONTENT_TYPE, "application/json");
        traces.inject(headers);
        var requestId = RequestId.current();
        if (requestId != null) {
            headers.put(Headers.REQUEST_ID, requestId);
        }
        jdbc.sql("INSERT INTO outbox (topic, key, headers, payload) VALUES (?, ?, ?::jsonb, ?)").param(topic)
                .param(aggregate.toString()).param(json.writeValueAsString(headers)).param(payload).update();
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                wakeRelay.accept(topic);
            }
        });
    }
}
