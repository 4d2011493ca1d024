-- Inserted first in the transaction that the key protects, completed last: a committed row has its answer (ADR 7).
CREATE TABLE idempotency_keys (
    user_id     uuid        NOT NULL,
    key         text        NOT NULL CHECK (length(key) BETWEEN 1 AND 255),
    fingerprint text        NOT NULL,             -- SHA-256 of the canonical request, in hex
    created_at  timestamptz NOT NULL,
    status      integer,
    location    text,
    etag        text,
    body        text,
    PRIMARY KEY (user_id, key)
);

CREATE INDEX idempotency_keys_by_age ON idempotency_keys (created_at);
