-- For the sweep: mails that are done with are deleted oldest first (ADR 38).
CREATE INDEX emails_by_age ON emails (created_at) WHERE status <> 'PENDING';
