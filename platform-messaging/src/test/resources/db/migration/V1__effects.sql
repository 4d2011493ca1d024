CREATE TABLE effects (happened_at timestamptz NOT NULL DEFAULT now(), subject text NOT NULL, name text NOT NULL);
