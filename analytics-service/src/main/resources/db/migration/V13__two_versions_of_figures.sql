-- A rebuild fills the tables that are not in use, and then changes this row (ADR 57). Version a is the tables of before.
CREATE TABLE figures_version (
    only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
    active   text    NOT NULL CHECK (active IN ('a', 'b'))
);
INSERT INTO figures_version (active) VALUES ('a');

CREATE TABLE order_facts_b (LIKE order_facts INCLUDING ALL);
CREATE TABLE order_figures_b (LIKE order_figures INCLUDING ALL);
CREATE TABLE product_figures_b (LIKE product_figures INCLUDING ALL);
CREATE TABLE facts_horizon_b (LIKE facts_horizon INCLUDING ALL);

-- As count_order, for version b.
CREATE FUNCTION count_order_b() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
DECLARE
    was_sold  int := coalesce((OLD.confirmed AND NOT OLD.cancelled)::int, 0);
    sold      int := (NEW.confirmed AND NOT NEW.cancelled)::int - was_sold;
    confirmed int := NEW.confirmed::int - coalesce(OLD.confirmed::int, 0);
    rejected  int := NEW.rejected::int - coalesce(OLD.rejected::int, 0);
    cancelled int := NEW.cancelled::int - coalesce(OLD.cancelled::int, 0);
    unit_name text;
BEGIN
    IF TG_OP = 'UPDATE' AND OLD IS NOT DISTINCT FROM NEW THEN
        RETURN NULL;
    END IF;
    FOREACH unit_name IN ARRAY ARRAY['day', 'hour', 'minute'] LOOP
        INSERT INTO order_figures_b AS f
        VALUES (NEW.currency, unit_name, date_trunc(unit_name, NEW.created_at, 'UTC'), (TG_OP = 'INSERT')::int, confirmed,
                rejected, cancelled, sold, sold * NEW.total)
        ON CONFLICT (currency, unit, beginning)
        DO UPDATE SET created = f.created + excluded.created, confirmed = f.confirmed + excluded.confirmed,
                      rejected = f.rejected + excluded.rejected, cancelled = f.cancelled + excluded.cancelled,
                      sold = f.sold + excluded.sold, revenue = f.revenue + excluded.revenue;
    END LOOP;
    RETURN NULL;
END
$$;

CREATE CONSTRAINT TRIGGER order_counted AFTER INSERT OR UPDATE ON order_facts_b
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION count_order_b();

-- The last rebuild. The owner is the instance that works on it.
CREATE TABLE figures_rebuild (
    only_row   boolean     PRIMARY KEY DEFAULT true CHECK (only_row),
    state      text        NOT NULL CHECK (state IN ('idle', 'running', 'done', 'failed')),
    from_time  timestamptz,
    processed  bigint      NOT NULL DEFAULT 0,
    total      bigint      NOT NULL DEFAULT 0,
    owner      uuid,
    alive_at   timestamptz
);
INSERT INTO figures_rebuild (state) VALUES ('idle');
