-- The events that Kafka has acknowledged, for topics with an EventHistory. The key comes first, so one index is enough.
CREATE TABLE published_events (
    key          text        NOT NULL,
    event_id     text        NOT NULL,
    type         text        NOT NULL,
    happened_at  timestamptz NOT NULL,
    published_at timestamptz NOT NULL,
    request_id   text,
    traceparent  text,
    PRIMARY KEY (key, event_id)
);
