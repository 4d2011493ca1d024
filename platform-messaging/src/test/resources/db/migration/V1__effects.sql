CREATE TABLE effects (
    happened_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    transaction xid8 NOT NULL DEFAULT pg_current_xact_id(),
    subject text NOT NULL,
    name text NOT NULL
);
