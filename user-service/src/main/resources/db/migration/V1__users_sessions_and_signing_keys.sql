CREATE TABLE users (
    id                  uuid         PRIMARY KEY,
    version             bigint       NOT NULL,
    email               varchar(254) NOT NULL,
    name                varchar(100) NOT NULL,
    password_hash       varchar(255) NOT NULL,
    password_changed_at timestamptz  NOT NULL,
    admin               boolean      NOT NULL,
    created_at          timestamptz  NOT NULL
);
CREATE UNIQUE INDEX users_email ON users (lower(email));

CREATE TABLE sessions (
    id           uuid         PRIMARY KEY,
    user_id      uuid         NOT NULL REFERENCES users ON DELETE CASCADE,
    user_agent   varchar(255),
    created_at   timestamptz  NOT NULL,
    last_seen_at timestamptz  NOT NULL,
    expires_at   timestamptz  NOT NULL,
    revoked_at   timestamptz
);
CREATE INDEX sessions_live ON sessions (user_id, id) WHERE revoked_at IS NULL;
CREATE INDEX sessions_expiry ON sessions (expires_at);

-- Only hashes: whoever reads this table can't sign in with what it holds.
CREATE TABLE refresh_tokens (
    hash       bytea       PRIMARY KEY,
    session_id uuid        NOT NULL REFERENCES sessions ON DELETE CASCADE,
    issued_at  timestamptz NOT NULL,
    used_at    timestamptz                    -- null: may still be used, once
);
CREATE INDEX refresh_tokens_session ON refresh_tokens (session_id);

CREATE TABLE signing_keys (
    kid         text        PRIMARY KEY,
    public_key  text        NOT NULL,         -- JWK
    private_key bytea       NOT NULL,         -- PKCS #8 in AES-256-GCM under SIGNING_KEY_SECRET
    created_at  timestamptz NOT NULL,
    retired_at  timestamptz                   -- from then on it signs no more
);
