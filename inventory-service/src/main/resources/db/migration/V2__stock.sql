-- A product without a row has never had any stock.
CREATE TABLE stock (
    product_id uuid PRIMARY KEY REFERENCES products,
    available  int NOT NULL DEFAULT 0 CHECK (available >= 0),
    reserved   int NOT NULL DEFAULT 0 CHECK (reserved >= 0)
);

CREATE TABLE stock_adjustments (
    id          uuid PRIMARY KEY,
    product_id  uuid        NOT NULL REFERENCES products,
    delta       int         NOT NULL CHECK (delta <> 0),
    reason      text        NOT NULL,
    adjusted_by uuid,                          -- null: the service itself, for demo data
    adjusted_at timestamptz NOT NULL
);

CREATE INDEX stock_adjustments_of_product ON stock_adjustments (product_id, adjusted_at);
