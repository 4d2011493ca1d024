CREATE TABLE orders (
    id         uuid PRIMARY KEY,                  -- UUIDv7: newest last, so the list's keyset needs no other column
    user_id    uuid           NOT NULL,
    status     text           NOT NULL CHECK (status IN ('PENDING', 'CONFIRMED', 'REJECTED', 'CANCELLED')),
    total      numeric(12, 2) NOT NULL CHECK (total >= 0),
    currency   text           NOT NULL CHECK (currency ~ '^[A-Z]{3}$'),
    reason     text,
    version    bigint         NOT NULL,
    created_at timestamptz    NOT NULL,
    updated_at timestamptz    NOT NULL
);

CREATE INDEX orders_of_user ON orders (user_id, id DESC);

CREATE TABLE order_items (
    order_id   uuid           NOT NULL REFERENCES orders,
    position   integer        NOT NULL,
    product_id uuid           NOT NULL,
    quantity   integer        NOT NULL CHECK (quantity BETWEEN 1 AND 1000),
    unit_price numeric(12, 2) NOT NULL CHECK (unit_price >= 0),
    PRIMARY KEY (order_id, product_id)            -- a product once
);
