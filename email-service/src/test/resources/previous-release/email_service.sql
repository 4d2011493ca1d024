CREATE TABLE addresses (
    user_id uuid NOT NULL,
    version bigint NOT NULL,
    email text,
    name text,
    CONSTRAINT addresses_check CHECK (((email IS NULL) = (name IS NULL)))
);
CREATE TABLE emails (
    id uuid NOT NULL,
    order_id uuid NOT NULL,
    order_version bigint NOT NULL,
    user_id uuid NOT NULL,
    template text NOT NULL,
    model jsonb NOT NULL,
    status text DEFAULT 'PENDING'::text NOT NULL,
    attempts integer DEFAULT 0 NOT NULL,
    next_attempt_at timestamp with time zone NOT NULL,
    leased_until timestamp with time zone,
    sent_at timestamp with time zone,
    last_error text,
    created_at timestamp with time zone NOT NULL,
    CONSTRAINT emails_check CHECK (((status = 'SENT'::text) = (sent_at IS NOT NULL))),
    CONSTRAINT emails_status_check CHECK ((status = ANY (ARRAY['PENDING'::text, 'SENT'::text, 'FAILED'::text]))),
    CONSTRAINT emails_template_check CHECK ((template = ANY (ARRAY['order-received'::text, 'order-confirmed'::text, 'order-rejected'::text, 'order-cancelled'::text])))
);
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
INSERT INTO addresses VALUES ('01a2236f-632b-78e2-85b9-f65f36b93826', 1, 'shopper@ashlar.local', 'Demo Shopper');
INSERT INTO addresses VALUES ('01a2236f-597c-707e-9193-6ec3184978ea', 1, 'admin@ashlar.local', 'Demo Admin');
INSERT INTO addresses VALUES ('01a22370-c9bb-7676-a125-3413562d28b0', 1, 'ada@example.org', 'Ada Lovelace');
INSERT INTO emails VALUES ('01a22370-f2fb-7da7-9343-364e3b2bde90', '01a22370-f2bb-74b5-a10e-24386e909315', 1, '01a22370-c9bb-7676-a125-3413562d28b0', 'order-received', '{"id": "01a22370-f2bb-74b5-a10e-24386e909315", "lines": [{"quantity": 1000, "product_id": "019b7db8-7801-71a7-82c9-9e3779b97f4b", "unit_price": 49.99}], "total": 49990.00, "reason": null, "user_id": "01a22370-c9bb-7676-a125-3413562d28b0", "version": 1, "currency": "USD"}', 'SENT', 1, '2026-11-28 18:35:34.523832+00', NULL, '2026-11-28 18:35:34.613677+00', NULL, '2026-11-28 18:35:34.523832+00');
INSERT INTO emails VALUES ('01a22370-e2ba-7ce2-8cb4-08321fae9b82', '01a22370-def4-728d-a9ac-50c88e0fd7b8', 1, '01a22370-c9bb-7676-a125-3413562d28b0', 'order-received', '{"id": "01a22370-def4-728d-a9ac-50c88e0fd7b8", "lines": [{"quantity": 2, "product_id": "019b7db8-7801-71a7-82c9-9e3779b97f4b", "unit_price": 49.99}], "total": 99.98, "reason": null, "user_id": "01a22370-c9bb-7676-a125-3413562d28b0", "version": 1, "currency": "USD"}', 'SENT', 1, '2026-11-28 18:35:30.362695+00', NULL, '2026-11-28 18:35:32.090317+00', NULL, '2026-11-28 18:35:30.362695+00');
INSERT INTO emails VALUES ('01a22370-e6ae-7470-b24c-0cb9f8f971e4', '01a22370-def4-728d-a9ac-50c88e0fd7b8', 2, '01a22370-c9bb-7676-a125-3413562d28b0', 'order-confirmed', '{"id": "01a22370-def4-728d-a9ac-50c88e0fd7b8", "lines": [{"quantity": 2, "product_id": "019b7db8-7801-71a7-82c9-9e3779b97f4b", "unit_price": 49.99}], "total": 99.98, "reason": null, "user_id": "01a22370-c9bb-7676-a125-3413562d28b0", "version": 2, "currency": "USD"}', 'SENT', 1, '2026-11-28 18:35:31.374258+00', NULL, '2026-11-28 18:35:32.240683+00', NULL, '2026-11-28 18:35:31.374258+00');
INSERT INTO emails VALUES ('01a22370-ec51-7e01-925e-c2374e14eece', '01a22370-ec2f-75d1-bc59-b238e3c57d02', 1, '01a22370-c9bb-7676-a125-3413562d28b0', 'order-received', '{"id": "01a22370-ec2f-75d1-bc59-b238e3c57d02", "lines": [{"quantity": 1, "product_id": "019b7db8-7802-734e-8592-3c6ef372fe96", "unit_price": 129.00}], "total": 129.00, "reason": null, "user_id": "01a22370-c9bb-7676-a125-3413562d28b0", "version": 1, "currency": "USD"}', 'SENT', 1, '2026-11-28 18:35:32.817858+00', NULL, '2026-11-28 18:35:33.161649+00', NULL, '2026-11-28 18:35:32.817858+00');
INSERT INTO emails VALUES ('01a22370-f3d5-7d4c-9715-190f7011da56', '01a22370-f2bb-74b5-a10e-24386e909315', 2, '01a22370-c9bb-7676-a125-3413562d28b0', 'order-rejected', '{"id": "01a22370-f2bb-74b5-a10e-24386e909315", "lines": [{"quantity": 1000, "product_id": "019b7db8-7801-71a7-82c9-9e3779b97f4b", "unit_price": 49.99}], "total": 49990.00, "reason": "insufficient_stock", "user_id": "01a22370-c9bb-7676-a125-3413562d28b0", "version": 2, "currency": "USD"}', 'SENT', 1, '2026-11-28 18:35:34.741808+00', NULL, '2026-11-28 18:35:34.888025+00', NULL, '2026-11-28 18:35:34.741808+00');
INSERT INTO emails VALUES ('01a22370-ed11-7fa6-963a-864be73433a6', '01a22370-ec2f-75d1-bc59-b238e3c57d02', 2, '01a22370-c9bb-7676-a125-3413562d28b0', 'order-confirmed', '{"id": "01a22370-ec2f-75d1-bc59-b238e3c57d02", "lines": [{"quantity": 1, "product_id": "019b7db8-7802-734e-8592-3c6ef372fe96", "unit_price": 129.00}], "total": 129.00, "reason": null, "user_id": "01a22370-c9bb-7676-a125-3413562d28b0", "version": 2, "currency": "USD"}', 'SENT', 1, '2026-11-28 18:35:33.009957+00', NULL, '2026-11-28 18:35:33.261787+00', NULL, '2026-11-28 18:35:33.009957+00');
INSERT INTO emails VALUES ('01a22370-efb6-71a8-950d-ed51573ad6cb', '01a22370-ec2f-75d1-bc59-b238e3c57d02', 3, '01a22370-c9bb-7676-a125-3413562d28b0', 'order-cancelled', '{"id": "01a22370-ec2f-75d1-bc59-b238e3c57d02", "lines": [{"quantity": 1, "product_id": "019b7db8-7802-734e-8592-3c6ef372fe96", "unit_price": 129.00}], "total": 129.00, "reason": null, "user_id": "01a22370-c9bb-7676-a125-3413562d28b0", "version": 3, "currency": "USD"}', 'SENT', 1, '2026-11-28 18:35:33.686084+00', NULL, '2026-11-28 18:35:33.812777+00', NULL, '2026-11-28 18:35:33.686084+00');
INSERT INTO flyway_schema_history VALUES (1, '0.1', 'outbox and inbox', 'SQL', 'V0_1__outbox_and_inbox.sql', 2098532860, 'email_service_migrator', '2026-11-28 18:33:05.489887', 82, true);
INSERT INTO flyway_schema_history VALUES (2, '0.9', 'migrators own history', 'SQL', 'V0_9__migrators_own_history.sql', -1850732826, 'email_service_migrator', '2026-11-28 18:33:05.680331', 48, true);
INSERT INTO flyway_schema_history VALUES (3, '1', 'address book and emails', 'SQL', 'V1__address_book_and_emails.sql', -873568199, 'email_service_migrator', '2026-11-28 18:33:05.825706', 54, true);
INSERT INTO inbox VALUES ('/user-service', '01a2236f-635b-7b2d-ae0d-e2ca8ae80892', '2026-11-28 18:33:58.483667+00');
INSERT INTO inbox VALUES ('/user-service', '01a2236f-5c54-7aa0-bca8-b4ecc4aa1d73', '2026-11-28 18:33:58.521209+00');
INSERT INTO inbox VALUES ('/user-service', '01a22370-c9d5-7342-97ac-5a2ca2a38d6c', '2026-11-28 18:35:24.131656+00');
INSERT INTO inbox VALUES ('/order-service', '01a22370-e03b-76c4-a2ac-0064cb81448a', '2026-11-28 18:35:30.355415+00');
INSERT INTO inbox VALUES ('/order-service', '01a22370-e63c-790f-82af-8c94621d4e56', '2026-11-28 18:35:31.36903+00');
INSERT INTO inbox VALUES ('/order-service', '01a22370-ec33-7297-b470-bdae5b4d0abf', '2026-11-28 18:35:32.817332+00');
INSERT INTO inbox VALUES ('/order-service', '01a22370-ec74-722d-af93-4e4bd9fb315f', '2026-11-28 18:35:32.997724+00');
INSERT INTO inbox VALUES ('/order-service', '01a22370-ef7b-7e19-a668-f8f3ea77f76c', '2026-11-28 18:35:33.685393+00');
INSERT INTO inbox VALUES ('/order-service', '01a22370-f2c5-78aa-8af5-f83312f23c94', '2026-11-28 18:35:34.523386+00');
INSERT INTO inbox VALUES ('/order-service', '01a22370-f3b2-7562-90a8-988891259a7c', '2026-11-28 18:35:34.741023+00');
SELECT pg_catalog.setval('outbox_id_seq', 1, false);
ALTER TABLE ONLY addresses
    ADD CONSTRAINT addresses_pkey PRIMARY KEY (user_id);
ALTER TABLE ONLY emails
    ADD CONSTRAINT emails_order_id_template_key UNIQUE (order_id, template);
ALTER TABLE ONLY emails
    ADD CONSTRAINT emails_pkey PRIMARY KEY (id);
ALTER TABLE ONLY flyway_schema_history
    ADD CONSTRAINT flyway_schema_history_pk PRIMARY KEY (installed_rank);
ALTER TABLE ONLY inbox
    ADD CONSTRAINT inbox_pkey PRIMARY KEY (source, event_id);
ALTER TABLE ONLY outbox
    ADD CONSTRAINT outbox_pkey PRIMARY KEY (id);
CREATE INDEX emails_due ON emails USING btree (next_attempt_at, order_version) WHERE (status = 'PENDING'::text);
CREATE INDEX flyway_schema_history_s_idx ON flyway_schema_history USING btree (success);
