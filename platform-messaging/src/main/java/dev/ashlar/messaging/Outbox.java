package dev.ashlar.messaging;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.ashlar.messaging.observability.RequestId;
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
 * Transactional outbox: an event is published if and only if its transaction commits (ADR 3). Append after the transaction has
 * written, and thereby locked, the row of the aggregate. Then the outbox numbers an aggregate's events in the order of its changes.
 */
public class Outbox {

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;
    private final TraceContext traces;
    private final Consumer<String> wakeRelay;
    private final String source;

    /**
     * @param wakeRelay receives the topic after each commit
     * @param source of the events, as CloudEvents defines it
     */
    public Outbox(JdbcClient jdbc, JsonMapper json, Clock clock, TraceContext traces, Consumer<String> wakeRelay,
            String source) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
        this.traces = traces;
        this.wakeRelay = wakeRelay;
        this.source = source;
    }

    /** Appends an event about the aggregate to the outbox. Throws if there is no transaction. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void append(String topic, UUID aggregate, EventPayload payload) {
        insert(topic, aggregate, payload.type(), json.writeValueAsString(payload));
    }

    /** Appends a tombstone, which removes the aggregate from a compacted topic. Throws if there is no transaction. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void tombstone(String topic, UUID aggregate) {
        insert(topic, aggregate, "tombstone", null);
    }

    private void insert(String topic, UUID aggregate, String type, @Nullable String payload) {
        var headers = new LinkedHashMap<String, String>();
        headers.put(EventHeaders.SPEC_VERSION, "1.0");
        headers.put(EventHeaders.ID, UuidCreator.getTimeOrderedEpoch().toString());
        headers.put(EventHeaders.TYPE, type);
        headers.put(EventHeaders.SOURCE, source);
        headers.put(EventHeaders.SUBJECT, aggregate.toString());
        headers.put(EventHeaders.TIME, clock.instant().toString());
        headers.put(EventHeaders.CONTENT_TYPE, "application/json");
        traces.inject(headers);
        var requestId = RequestId.current();
        if (requestId != null) {
            headers.put(EventHeaders.REQUEST_ID, requestId);
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
