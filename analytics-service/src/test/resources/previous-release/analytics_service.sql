CREATE TABLE flyway_schema_history (
    installed_rank integer NOT NULL,
    version character varying(50),
    description character varying(200) NOT NULL,
    type character varying(20) NOT NULL,
    script character varying(1000) NOT NULL,
    checksum integer,
    installed_by character varying(100) NOT NULL,
    installed_on timestamp without time zone DEFAULT now() NOT NULL,
    execution_time integer NOT NULL,
    success boolean NOT NULL
);
CREATE TABLE inbox (
    source text NOT NULL,
    event_id text NOT NULL,
    processed_at timestamp with time zone DEFAULT now() NOT NULL
);
CREATE TABLE order_facts (
    order_id uuid NOT NULL,
    created_at timestamp with time zone NOT NULL,
    total numeric(14,2) NOT NULL,
    currency text NOT NULL,
    confirmed boolean DEFAULT false NOT NULL,
    rejected boolean DEFAULT false NOT NULL,
    cancelled boolean DEFAULT false NOT NULL
);
CREATE TABLE outbox (
    id bigint NOT NULL,
    topic text NOT NULL,
    key text NOT NULL,
    headers jsonb NOT NULL,
    payload text,
    created_at timestamp with time zone DEFAULT now() NOT NULL
);
ALTER TABLE outbox ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME outbox_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE product_sales (
    product_id uuid NOT NULL,
    quantity bigint NOT NULL,
    revenue numeric(18,2) NOT NULL
);
INSERT INTO flyway_schema_history VALUES (1, '0.1', 'outbox and inbox', 'SQL', 'V0_1__outbox_and_inbox.sql', 2098532860, 'analytics_service_migrator', '2026-11-28 18:33:07.786749', 98, true);
INSERT INTO flyway_schema_history VALUES (2, '0.9', 'migrators own history', 'SQL', 'V0_9__migrators_own_history.sql', -1850732826, 'analytics_service_migrator', '2026-11-28 18:33:07.972807', 25, true);
INSERT INTO flyway_schema_history VALUES (3, '1', 'order facts and product sales', 'SQL', 'V1__order_facts_and_product_sales.sql', -198869284, 'analytics_service_migrator', '2026-11-28 18:33:08.067384', 25, true);
INSERT INTO inbox VALUES ('/order-service', '01a22370-e03b-76c4-a2ac-0064cb81448a', '2026-11-28 18:35:31.181496+00');
INSERT INTO inbox VALUES ('/order-service', '01a22370-e63c-790f-82af-8c94621d4e56', '2026-11-28 18:35:31.331439+00');
INSERT INTO inbox VALUES ('/order-service', '01a22370-ec33-7297-b470-bdae5b4d0abf', '2026-11-28 18:35:32.821582+00');
INSERT INTO inbox VALUES ('/order-service', '01a22370-ec74-722d-af93-4e4bd9fb315f', '2026-11-28 18:35:32.965483+00');
INSERT INTO inbox VALUES ('/order-service', '01a22370-ef7b-7e19-a668-f8f3ea77f76c', '2026-11-28 18:35:33.662545+00');
INSERT INTO inbox VALUES ('/order-service', '01a22370-f2c5-78aa-8af5-f83312f23c94', '2026-11-28 18:35:34.523105+00');
INSERT INTO inbox VALUES ('/order-service', '01a22370-f3b2-7562-90a8-988891259a7c', '2026-11-28 18:35:34.739807+00');
INSERT INTO order_facts VALUES ('01a22370-def4-728d-a9ac-50c88e0fd7b8', '2026-11-28 18:35:29.396001+00', 99.98, 'USD', true, false, false);
INSERT INTO order_facts VALUES ('01a22370-ec2f-75d1-bc59-b238e3c57d02', '2026-11-28 18:35:32.783348+00', 129.00, 'USD', true, false, true);
INSERT INTO order_facts VALUES ('01a22370-f2bb-74b5-a10e-24386e909315', '2026-11-28 18:35:34.459274+00', 49990.00, 'USD', false, true, false);
INSERT INTO product_sales VALUES ('019b7db8-7801-71a7-82c9-9e3779b97f4b', 2, 99.98);
INSERT INTO product_sales VALUES ('019b7db8-7802-734e-8592-3c6ef372fe96', 0, 0.00);
SELECT pg_catalog.setval('outbox_id_seq', 1, false);
ALTER TABLE ONLY flyway_schema_history
    ADD CONSTRAINT flyway_schema_history_pk PRIMARY KEY (installed_rank);
ALTER TABLE ONLY inbox
    ADD CONSTRAINT inbox_pkey PRIMARY KEY (source, event_id);
ALTER TABLE ONLY order_facts
    ADD CONSTRAINT order_facts_pkey PRIMARY KEY (order_id);
ALTER TABLE ONLY outbox
    ADD CONSTRAINT outbox_pkey PRIMARY KEY (id);
ALTER TABLE ONLY product_sales
    ADD CONSTRAINT product_sales_pkey PRIMARY KEY (product_id);
CREATE INDEX flyway_schema_history_s_idx ON flyway_schema_history USING btree (success);
CREATE INDEX order_facts_created ON order_facts USING btree (created_at);
CREATE INDEX order_facts_sold ON order_facts USING btree (created_at) INCLUDE (total) WHERE (confirmed AND (NOT cancelled));
