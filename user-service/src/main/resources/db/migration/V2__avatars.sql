-- The path of the user's picture, whose name is its hash.
ALTER TABLE users ADD COLUMN avatar_url text;
CREATE INDEX users_avatar ON users (avatar_url) WHERE avatar_url IS NOT NULL;
