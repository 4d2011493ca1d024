-- The event that changed a fact last, for the steps of an order. Nullable: facts of older versions have none.
ALTER TABLE order_facts ADD COLUMN event_id text, ADD COLUMN request_id text, ADD COLUMN traceparent text;
