CREATE TABLE effects (happened_at timestamptz NOT NULL DEFAULT clock_timestamp(), subject text NOT NULL, name text NOT NULL);
