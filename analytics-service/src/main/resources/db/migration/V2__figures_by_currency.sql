-- Figures of the orders created in each day, hour and minute of UTC, by currency. Summaries read these rows, not the facts.
CREATE TABLE order_figures (
    currency  text          NOT NULL,
    unit      text          NOT NULL CHECK (unit IN ('day', 'hour', 'minute')),
    beginning timestamptz   NOT NULL,
    created   bigint        NOT NULL,
    confirmed bigint        NOT NULL,
    rejected  bigint        NOT NULL,
    cancelled bigint        NOT NULL,
    sold      bigint        NOT NULL,   -- confirmed and not cancelled: the orders that make up the revenue
    revenue   numeric(18,2) NOT NULL,
    PRIMARY KEY (currency, unit, beginning)
);

-- A trigger, so that an instance of the version before keeps the figures exact too while a rolling update is going on.
-- Deletion of a fact leaves the figures as they are. The largest unit comes first: transactions that meet wait there.
CREATE FUNCTION count_order() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
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
        INSERT INTO order_figures AS f
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

-- At the commit: a day's row is locked for no longer than that. Creating the trigger keeps writers out until all is counted.
CREATE CONSTRAINT TRIGGER order_counted AFTER INSERT OR UPDATE ON order_facts
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION count_order();

INSERT INTO order_figures
SELECT currency, 'minute', date_trunc('minute', created_at, 'UTC') AS beginning, count(*),
       count(*) FILTER (WHERE confirmed), count(*) FILTER (WHERE rejected), count(*) FILTER (WHERE cancelled),
       count(*) FILTER (WHERE confirmed AND NOT cancelled),
       coalesce(sum(total) FILTER (WHERE confirmed AND NOT cancelled), 0)
FROM order_facts GROUP BY currency, beginning;

INSERT INTO order_figures
SELECT currency, larger.unit, date_trunc(larger.unit, beginning, 'UTC') AS start, sum(created), sum(confirmed),
       sum(rejected), sum(cancelled), sum(sold), sum(revenue)
FROM order_figures, unnest(ARRAY['hour', 'day']) AS larger (unit)
WHERE order_figures.unit = 'minute' GROUP BY currency, larger.unit, start;

DROP INDEX order_facts_sold;

-- Sums over the lines of sold orders, by currency. The sums so far did not tell currencies apart and facts have no lines, so
-- they go to the currency of most orders. That is exact for a shop that has sold in one currency only.
CREATE TABLE product_figures (
    currency   text          NOT NULL,
    product_id uuid          NOT NULL,
    quantity   bigint        NOT NULL,   -- no CHECK (quantity >= 0), see product_sales
    revenue    numeric(18,2) NOT NULL,
    PRIMARY KEY (currency, product_id)
);
CREATE INDEX product_figures_top ON product_figures (currency, quantity DESC, product_id DESC);

-- The version before goes on writing to product_sales while a rolling update is going on. A later version drops the table.
CREATE FUNCTION forward_product_sales() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
    INSERT INTO product_figures AS f
    VALUES (TG_ARGV[0], NEW.product_id, NEW.quantity - coalesce(OLD.quantity, 0), NEW.revenue - coalesce(OLD.revenue, 0))
    ON CONFLICT (currency, product_id)
    DO UPDATE SET quantity = f.quantity + excluded.quantity, revenue = f.revenue + excluded.revenue;
    RETURN NULL;
END
$$;

DO $$
DECLARE
    main_currency text := coalesce((SELECT currency FROM order_figures WHERE unit = 'day'
                                    GROUP BY currency ORDER BY sum(created) DESC LIMIT 1), 'USD');
BEGIN
    EXECUTE format('CREATE TRIGGER product_sold AFTER INSERT OR UPDATE ON product_sales
                    FOR EACH ROW EXECUTE FUNCTION forward_product_sales(%L)', main_currency);
    INSERT INTO product_figures SELECT main_currency, product_id, quantity, revenue FROM product_sales;
END
$$;
