ALTER TABLE busy ADD COLUMN added int;
