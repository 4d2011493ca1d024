-- For the sweep: rows are deleted oldest first (ADR 38).
CREATE INDEX inbox_by_age ON inbox (processed_at);
