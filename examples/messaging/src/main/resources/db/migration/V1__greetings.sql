CREATE TABLE sent (id uuid PRIMARY KEY, text text NOT NULL);
-- No key: an event that is handled twice would show.
CREATE TABLE received (id uuid NOT NULL, text text NOT NULL);
