-- The request and the trace that a mail came from, for the log lines about it. Nullable: mails of older versions have neither.
ALTER TABLE emails ADD COLUMN request_id text, ADD COLUMN traceparent text;
