-- Each topic is relayed by itself, so that one that fails holds up no other (ADR 35).
CREATE INDEX outbox_by_topic ON outbox (topic, id);
