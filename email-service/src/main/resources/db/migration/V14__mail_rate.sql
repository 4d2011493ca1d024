-- The token bucket of MAIL_RATE, shared by all workers: the time at which the bucket is full again.
CREATE TABLE mail_rate (
    only_row boolean     PRIMARY KEY DEFAULT true CHECK (only_row),
    full_at  timestamptz NOT NULL
);
INSERT INTO mail_rate (full_at) VALUES (now());
