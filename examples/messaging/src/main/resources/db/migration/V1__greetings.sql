CREATE TABLE sent (id uuid PRIMARY KEY, text text NOT NULL);
-- Without a primary key, so that the test would notice an event that is handled twice.
CREATE TABLE received (id uuid NOT NULL, text text NOT NULL);
