CREATE TABLE IF NOT EXISTS indexed (name text);
