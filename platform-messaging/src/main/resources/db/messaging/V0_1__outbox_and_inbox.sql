-- Events to publish, written in the transaction that caused them and deleted once Kafka has acknowledged them (ADR 3).
CREATE TABLE outbox (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    topic      text        NOT NULL,
    key        text        NOT NULL,
    headers    jsonb       NOT NULL,
    payload    text,                              -- null: a tombstone
    created_at timestamptz NOT NULL DEFAULT now()
);

-- Events already handled: inserted in the transaction of the effect (ADR 4).
CREATE TABLE inbox (
    source       text        NOT NULL,
    event_id     text        NOT NULL,
    processed_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (source, event_id)
);
