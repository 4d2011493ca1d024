-- What was decided about an order, once. A cancellation that overtakes its order leaves a RELEASED row without lines.
CREATE TABLE reservations (
    order_id   uuid PRIMARY KEY,
    state      text        NOT NULL CHECK (state IN ('RESERVED', 'REJECTED', 'RELEASED')),
    reason     text        CHECK ((reason IS NOT NULL) = (state = 'REJECTED')),
    created_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL
);

-- What the order asked for, whatever was decided. No foreign key to products: an order may name one that does not exist.
CREATE TABLE reservation_lines (
    order_id   uuid NOT NULL REFERENCES reservations,
    product_id uuid NOT NULL,
    quantity   int  NOT NULL CHECK (quantity > 0),
    PRIMARY KEY (order_id, product_id)
);
