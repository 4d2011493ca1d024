-- What the events told of each order. The marks are only ever set, so events may come in any sequence.
CREATE TABLE order_facts (
    order_id   uuid          PRIMARY KEY,
    created_at timestamptz   NOT NULL,
    total      numeric(14,2) NOT NULL,
    currency   text          NOT NULL,
    confirmed  boolean       NOT NULL DEFAULT false,   -- once was, whatever came later
    rejected   boolean       NOT NULL DEFAULT false,
    cancelled  boolean       NOT NULL DEFAULT false
);

CREATE INDEX order_facts_created ON order_facts (created_at);
CREATE INDEX order_facts_sold ON order_facts (created_at) INCLUDE (total) WHERE confirmed AND NOT cancelled;

-- Sums over the lines of all orders that count as revenue. No CHECK (quantity >= 0): PostgreSQL would apply it to the row
-- that an upsert proposes, and a cancellation proposes a negative one.
CREATE TABLE product_sales (
    product_id uuid          PRIMARY KEY,
    quantity   bigint        NOT NULL,
    revenue    numeric(18,2) NOT NULL
);
