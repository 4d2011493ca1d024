-- The files in object storage. A row exists before its file does, so an upload that crashes leaves no file that nobody knows.
CREATE TABLE pictures (
    file         text PRIMARY KEY,                -- SHA-256 of the picture, and its extension; the thumbnail has the same row
    unused_since timestamptz                      -- null: a row points at the picture, as the last retention run found
);
CREATE INDEX pictures_unused ON pictures (unused_since) WHERE unused_since IS NOT NULL;
