-- Who has which address, as the newest event of the user told. A deleted user leaves a row without an address, so that an
-- older event that comes late brings nothing back.
CREATE TABLE addresses (
    user_id uuid   PRIMARY KEY,
    version bigint NOT NULL,
    email   text,
    name    text,
    CHECK ((email IS NULL) = (name IS NULL))
);

-- The queue. Nothing in it names a person but the user's id: addresses are looked up when a mail is sent.
CREATE TABLE emails (
    id              uuid        PRIMARY KEY,
    order_id        uuid        NOT NULL,
    order_version   bigint      NOT NULL,
    user_id         uuid        NOT NULL,
    template        text        NOT NULL
        CHECK (template IN ('order-received', 'order-confirmed', 'order-rejected', 'order-cancelled')),
    model           jsonb       NOT NULL,              -- what the template needs of the order
    status          text        NOT NULL DEFAULT 'PENDING' CHECK (status IN ('PENDING', 'SENT', 'FAILED')),
    attempts        integer     NOT NULL DEFAULT 0,    -- counted when one begins: it tells a late courier that it lost its lease
    next_attempt_at timestamptz NOT NULL,
    leased_until    timestamptz,
    sent_at         timestamptz,
    last_error      text,
    created_at      timestamptz NOT NULL,
    UNIQUE (order_id, template),
    CHECK ((status = 'SENT') = (sent_at IS NOT NULL))
);

CREATE INDEX emails_due ON emails (next_attempt_at, order_version) WHERE status = 'PENDING';
