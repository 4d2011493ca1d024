CREATE TABLE products (
    id          uuid PRIMARY KEY,
    sku         text           NOT NULL UNIQUE,
    name        text           NOT NULL,
    description text           NOT NULL,
    category    text           NOT NULL,
    price       numeric(12, 2) NOT NULL CHECK (price > 0),
    currency    char(3)        NOT NULL,
    attributes  jsonb          NOT NULL CHECK (jsonb_typeof(attributes) = 'object'),
    image_url   text,
    in_stock    boolean        NOT NULL,       -- available > 0, as a part of the product (ADR 23)
    version     bigint         NOT NULL,
    created_at  timestamptz    NOT NULL,
    updated_at  timestamptz    NOT NULL,
    search      tsvector       NOT NULL GENERATED ALWAYS AS (
        setweight(to_tsvector('english', name), 'A')
            || setweight(to_tsvector('english', description), 'B')
            || setweight(jsonb_to_tsvector('english', attributes, '["string", "numeric", "boolean"]'), 'C')
    ) STORED
);

CREATE INDEX products_search ON products USING gin (search);

-- One for each order a list may have, the id deciding between equals. Names are ordered by code point ("C"), so that a page
-- ends at the same product on every machine, whatever its locale.
CREATE INDEX products_by_name ON products ((name COLLATE "C"), id);
CREATE INDEX products_by_price ON products (price, id);
CREATE INDEX products_by_update ON products (updated_at, id);
CREATE INDEX products_of_category_by_name ON products (category, (name COLLATE "C"), id);
CREATE INDEX products_of_category_by_price ON products (category, price, id);
