-- The catalogue's prices, copied from the products topic. A removed product stays, so that an older event can't revive it.
CREATE TABLE prices (
    product_id uuid PRIMARY KEY,
    price      numeric(12, 2) CHECK (price >= 0),
    currency   text CHECK (currency ~ '^[A-Z]{3}$'),
    version    bigint  NOT NULL,
    removed    boolean NOT NULL,
    CHECK (removed OR (price IS NOT NULL AND currency IS NOT NULL))
);
