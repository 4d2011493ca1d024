-- Names, for order events. Null where the catalogue's last event came before this version, and in orders of that time.
ALTER TABLE prices ADD COLUMN name text;
ALTER TABLE order_items ADD COLUMN name text;
