-- Copies of the dead letters, so that they can be listed, replayed and discarded after Kafka has deleted the source (ADR 50).
CREATE TABLE dead_letters (
    id               uuid        PRIMARY KEY,
    topic            text        NOT NULL,     -- position of the source message
    partition        integer     NOT NULL,
    "offset"         bigint      NOT NULL,
    source_timestamp bigint      NOT NULL,     -- milliseconds; differs if the topic was created again
    key              bytea,
    headers          bytea       NOT NULL,     -- JSON, values in Base64
    payload          bytea,
    type             text,
    reason           text        NOT NULL,
    state            text        NOT NULL DEFAULT 'PARKED'
        CHECK (state IN ('PARKED', 'REPLAYING', 'REPLAYED', 'DISCARDED')),
    first_seen_at    timestamptz NOT NULL,
    changed_at       timestamptz NOT NULL,
    discard_reason   text,
    UNIQUE (topic, partition, "offset", source_timestamp),
    CHECK ((state = 'DISCARDED') = (discard_reason IS NOT NULL))
);

-- For the worker that replays.
CREATE INDEX dead_letters_replaying ON dead_letters (changed_at) WHERE state = 'REPLAYING';
