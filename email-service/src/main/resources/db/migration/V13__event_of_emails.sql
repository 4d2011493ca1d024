-- The event that a mail came from, for the steps of an order. Nullable: mails of older versions have none.
ALTER TABLE emails ADD COLUMN event_id text;
