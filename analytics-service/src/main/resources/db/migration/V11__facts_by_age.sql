-- For the sweep: a fact that nothing was learned of for the retention is deleted; its figures stay (ADR 38).
ALTER TABLE order_facts ADD COLUMN learned_at timestamptz NOT NULL DEFAULT now();
CREATE INDEX order_facts_by_age ON order_facts (learned_at);

-- Facts of orders created before may have been deleted. No row: none has been deleted yet.
CREATE TABLE facts_horizon (
    only_row       boolean     PRIMARY KEY DEFAULT true CHECK (only_row),
    settled_before timestamptz NOT NULL
);
