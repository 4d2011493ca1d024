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
CREATE TABLE idempotency_keys (
    user_id uuid NOT NULL,
    key text NOT NULL,
    fingerprint text NOT NULL,
    created_at timestamp with time zone NOT NULL,
    status integer,
    location text,
    etag text,
    body text,
    CONSTRAINT idempotency_keys_key_check CHECK (((length(key) >= 1) AND (length(key) <= 255)))
);
CREATE TABLE inbox (
    source text NOT NULL,
    event_id text NOT NULL,
    processed_at timestamp with time zone DEFAULT now() NOT NULL
);
CREATE TABLE order_items (
    order_id uuid NOT NULL,
    "position" integer NOT NULL,
    product_id uuid NOT NULL,
    quantity integer NOT NULL,
    unit_price numeric(12,2) NOT NULL,
    CONSTRAINT order_items_quantity_check CHECK (((quantity >= 1) AND (quantity <= 1000))),
    CONSTRAINT order_items_unit_price_check CHECK ((unit_price >= (0)::numeric))
);
CREATE TABLE orders (
    id uuid NOT NULL,
    user_id uuid NOT NULL,
    status text NOT NULL,
    total numeric(12,2) NOT NULL,
    currency text NOT NULL,
    reason text,
    version bigint NOT NULL,
    created_at timestamp with time zone NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    CONSTRAINT orders_currency_check CHECK ((currency ~ '^[A-Z]{3}$'::text)),
    CONSTRAINT orders_status_check CHECK ((status = ANY (ARRAY['PENDING'::text, 'CONFIRMED'::text, 'REJECTED'::text, 'CANCELLED'::text]))),
    CONSTRAINT orders_total_check CHECK ((total >= (0)::numeric))
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
CREATE TABLE prices (
    product_id uuid NOT NULL,
    price numeric(12,2),
    currency text,
    version bigint NOT NULL,
    removed boolean NOT NULL,
    CONSTRAINT prices_check CHECK ((removed OR ((price IS NOT NULL) AND (currency IS NOT NULL)))),
    CONSTRAINT prices_currency_check CHECK ((currency ~ '^[A-Z]{3}$'::text)),
    CONSTRAINT prices_price_check CHECK ((price >= (0)::numeric))
);
INSERT INTO flyway_schema_history VALUES (1, '0.1', 'outbox and inbox', 'SQL', 'V0_1__outbox_and_inbox.sql', 2098532860, 'order_service_migrator', '2026-11-28 18:33:08.81099', 90, true);
INSERT INTO flyway_schema_history VALUES (2, '0.9', 'migrators own history', 'SQL', 'V0_9__migrators_own_history.sql', -1850732826, 'order_service_migrator', '2026-11-28 18:33:09.033995', 45, true);
INSERT INTO flyway_schema_history VALUES (3, '1', 'orders', 'SQL', 'V1__orders.sql', -144554677, 'order_service_migrator', '2026-11-28 18:33:09.161801', 54, true);
INSERT INTO flyway_schema_history VALUES (4, '2', 'prices', 'SQL', 'V2__prices.sql', -267646452, 'order_service_migrator', '2026-11-28 18:33:09.268415', 23, true);
INSERT INTO flyway_schema_history VALUES (5, '3', 'idempotency keys', 'SQL', 'V3__idempotency_keys.sql', -2095679388, 'order_service_migrator', '2026-11-28 18:33:09.37538', 39, true);
INSERT INTO flyway_schema_history VALUES (6, '4', 'orders pending', 'SQL', 'V4__orders_pending.sql', 513570645, 'order_service_migrator', '2026-11-28 18:33:09.5073', 42, true);
INSERT INTO idempotency_keys VALUES ('01a22370-c9bb-7676-a125-3413562d28b0', 'LAMP-0001-2', 'ecdd83c15c7a287d9336bc00ffd542adb8619e0c78a7ab0a56ee258ae478b521', '2026-11-28 18:35:29.362441+00', 201, '/api/v1/orders/01a22370-def4-728d-a9ac-50c88e0fd7b8', '"1"', '{"id":"01a22370-def4-728d-a9ac-50c88e0fd7b8","status":"PENDING","items":[{"product_id":"019b7db8-7801-71a7-82c9-9e3779b97f4b","quantity":2,"unit_price":49.99}],"total":99.98,"currency":"USD","reason":null,"created_at":"2026-11-28T18:35:29.396001Z","updated_at":"2026-11-28T18:35:29.396001Z"}');
INSERT INTO idempotency_keys VALUES ('01a22370-c9bb-7676-a125-3413562d28b0', 'LAMP-0002-1', '2e299190a8474aa299d0900b5ccf393e64a67e51cffc9af463f4a06f68ab7760', '2026-11-28 18:35:32.775886+00', 201, '/api/v1/orders/01a22370-ec2f-75d1-bc59-b238e3c57d02', '"1"', '{"id":"01a22370-ec2f-75d1-bc59-b238e3c57d02","status":"PENDING","items":[{"product_id":"019b7db8-7802-734e-8592-3c6ef372fe96","quantity":1,"unit_price":129.00}],"total":129.00,"currency":"USD","reason":null,"created_at":"2026-11-28T18:35:32.783348Z","updated_at":"2026-11-28T18:35:32.783348Z"}');
INSERT INTO idempotency_keys VALUES ('01a22370-c9bb-7676-a125-3413562d28b0', 'LAMP-0001-1000', '37e73b1c76c79ac04675b43fb4d0145ec8ed7e9ec2df87242f06e71b535023e1', '2026-11-28 18:35:34.446323+00', 201, '/api/v1/orders/01a22370-f2bb-74b5-a10e-24386e909315', '"1"', '{"id":"01a22370-f2bb-74b5-a10e-24386e909315","status":"PENDING","items":[{"product_id":"019b7db8-7801-71a7-82c9-9e3779b97f4b","quantity":1000,"unit_price":49.99}],"total":49990.00,"currency":"USD","reason":null,"created_at":"2026-11-28T18:35:34.459274Z","updated_at":"2026-11-28T18:35:34.459274Z"}');
INSERT INTO inbox VALUES ('/inventory-service', '01a2236f-4fa2-78ee-8f26-f294b318c40a', '2026-11-28 18:33:55.747704+00');
INSERT INTO inbox VALUES ('/inventory-service', '01a2236f-5b86-7fa0-9340-a6a519df205f', '2026-11-28 18:33:55.770356+00');
INSERT INTO inbox VALUES ('/inventory-service', '01a2236f-60f1-793e-b3dc-6ca7e6bc2fba', '2026-11-28 18:33:55.806236+00');
INSERT INTO inbox VALUES ('/inventory-service', '01a2236f-6227-7b69-bff0-5273c9d88174', '2026-11-28 18:33:55.816344+00');
INSERT INTO inbox VALUES ('/inventory-service', '01a2236f-63d4-7284-a88f-d59dbc8a921c', '2026-11-28 18:33:55.829762+00');
INSERT INTO inbox VALUES ('/inventory-service', '01a2236f-6551-7006-b32c-96704254d93c', '2026-11-28 18:33:55.837791+00');
INSERT INTO inbox VALUES ('/inventory-service', '01a2236f-6812-7380-99c2-2ce7eaeba42c', '2026-11-28 18:33:55.862934+00');
INSERT INTO inbox VALUES ('/inventory-service', '01a2236f-6961-7db1-8f28-0a475007a40b', '2026-11-28 18:33:55.909335+00');
INSERT INTO inbox VALUES ('/inventory-service', '01a2236f-6a0c-7a2a-95ac-62585479c03b', '2026-11-28 18:33:55.930889+00');
INSERT INTO inbox VALUES ('/inventory-service', '01a2236f-6b7f-70bb-a55d-8e5f281fe532', '2026-11-28 18:33:55.976096+00');
INSERT INTO inbox VALUES ('/inventory-service', '01a2236f-6c9f-7192-84dd-ce8dafdfc9dc', '2026-11-28 18:33:55.988235+00');
INSERT INTO inbox VALUES ('/inventory-service', '01a2236f-49bd-70dd-a6b8-dedd37912fae', '2026-11-28 18:33:55.994744+00');
INSERT INTO inbox VALUES ('/inventory-service', '01a2236f-4ed5-7639-a6d7-85640829bec2', '2026-11-28 18:33:56.002315+00');
INSERT INTO inbox VALUES ('/inventory-service', '01a2236f-5300-7466-8ffb-c3c76bf7c325', '2026-11-28 18:33:56.039448+00');
INSERT INTO inbox VALUES ('/inventory-service', '01a2236f-5444-73f0-8a32-2c67fe7f2179', '2026-11-28 18:33:56.04905+00');
INSERT INTO inbox VALUES ('/inventory-service', '01a2236f-5945-7ba9-8972-6cb064dfc44f', '2026-11-28 18:33:56.054975+00');
INSERT INTO inbox VALUES ('/inventory-service', '01a2236f-5c8a-78bd-962a-6e29e6da52e3', '2026-11-28 18:33:56.07094+00');
INSERT INTO inbox VALUES ('/inventory-service', '01a2236f-5dd6-7327-a739-71c763360270', '2026-11-28 18:33:56.083423+00');
INSERT INTO inbox VALUES ('/inventory-service', '01a2236f-6078-713d-b5d5-791c065c1614', '2026-11-28 18:33:56.095091+00');
INSERT INTO inbox VALUES ('/inventory-service', '01a2236f-61e4-751d-85d4-64a57d0e9ef0', '2026-11-28 18:33:56.101478+00');
INSERT INTO inbox VALUES ('/inventory-service', '01a2236f-62a7-76c2-9289-a1643352ae6b', '2026-11-28 18:33:56.106689+00');
INSERT INTO inbox VALUES ('/inventory-service', '01a2236f-6539-7239-87d0-b0eaa4b0a5af', '2026-11-28 18:33:56.115184+00');
INSERT INTO inbox VALUES ('/inventory-service', '01a2236f-6565-7cfb-a684-b272baf41863', '2026-11-28 18:33:56.123+00');
INSERT INTO inbox VALUES ('/inventory-service', '01a2236f-6757-7676-83d4-e80ef3e00183', '2026-11-28 18:33:56.131569+00');
INSERT INTO inbox VALUES ('/inventory-service', '01a2236f-67ae-73a1-9c49-e8f0cd41830b', '2026-11-28 18:33:56.14324+00');
INSERT INTO inbox VALUES ('/inventory-service', '01a2236f-69ff-785e-866c-8063c7969ae2', '2026-11-28 18:33:56.151171+00');
INSERT INTO inbox VALUES ('/inventory-service', '01a2236f-6a27-763e-bbb3-79579d07a801', '2026-11-28 18:33:56.159657+00');
INSERT INTO inbox VALUES ('/inventory-service', '01a2236f-509a-74eb-a08b-01af46032f8f', '2026-11-28 18:33:56.167535+00');
INSERT INTO inbox VALUES ('/inventory-service', '01a2236f-55d8-7eed-be58-28d169ebd9de', '2026-11-28 18:33:56.181033+00');
INSERT INTO inbox VALUES ('/inventory-service', '01a2236f-5d1c-76c8-9928-c604ea0b71bb', '2026-11-28 18:33:56.188297+00');
INSERT INTO inbox VALUES ('/inventory-service', '01a2236f-64c9-7215-a27d-e17a2a133e70', '2026-11-28 18:33:56.21667+00');
INSERT INTO inbox VALUES ('/inventory-service', '01a2236f-6512-72dc-8393-19af67f0b317', '2026-11-28 18:33:56.238179+00');
INSERT INTO inbox VALUES ('/inventory-service', '01a2236f-65d7-716d-b717-11d50b2a3141', '2026-11-28 18:33:56.260217+00');
INSERT INTO inbox VALUES ('/inventory-service', '01a2236f-6633-7cb6-8c22-79a3007937d7', '2026-11-28 18:33:56.291516+00');
INSERT INTO inbox VALUES ('/inventory-service', '01a2236f-6867-7f67-a036-ffa7a08065bf', '2026-11-28 18:33:56.306222+00');
INSERT INTO inbox VALUES ('/inventory-service', '01a2236f-6a50-757b-b8e0-707226aa85e3', '2026-11-28 18:33:56.313754+00');
INSERT INTO inbox VALUES ('/inventory-service', '01a2236f-6c37-7ac6-b55b-eb034accc7c9', '2026-11-28 18:33:56.32225+00');
INSERT INTO inbox VALUES ('/inventory-service', '01a2236f-51ac-7298-b573-b975b044c030', '2026-11-28 18:33:56.330363+00');
INSERT INTO inbox VALUES ('/inventory-service', '01a2236f-5743-7357-8eb8-56698bca7282', '2026-11-28 18:33:56.338295+00');
INSERT INTO inbox VALUES ('/inventory-service', '01a2236f-5a5f-70d0-8ce2-61265ac91da8', '2026-11-28 18:33:56.345843+00');
INSERT INTO inbox VALUES ('/inventory-service', '01a2236f-5eda-7528-a0c8-6c7a2640ebdb', '2026-11-28 18:33:56.355834+00');
INSERT INTO inbox VALUES ('/inventory-service', '01a2236f-5fbe-7ef2-a483-94e828dc1aa0', '2026-11-28 18:33:56.372809+00');
INSERT INTO inbox VALUES ('/inventory-service', '01a2236f-634f-7b34-ad64-03dd02c2c41e', '2026-11-28 18:33:56.385283+00');
INSERT INTO inbox VALUES ('/inventory-service', '01a2236f-65a5-7b9c-ba0c-076f7f90f58f', '2026-11-28 18:33:56.393421+00');
INSERT INTO inbox VALUES ('/inventory-service', '01a2236f-66a3-7ee4-9786-0802d98030a3', '2026-11-28 18:33:56.400881+00');
INSERT INTO inbox VALUES ('/inventory-service', '01a2236f-6aea-72d2-908f-4d2b8215cd90', '2026-11-28 18:33:56.409516+00');
INSERT INTO inbox VALUES ('/inventory-service', '01a2236f-6d9b-75f3-944f-afb772a817ec', '2026-11-28 18:33:56.417244+00');
INSERT INTO inbox VALUES ('/inventory-service', '01a2236f-6dea-7344-850c-17f0b3ba728e', '2026-11-28 18:33:56.422923+00');
INSERT INTO inbox VALUES ('/inventory-service', '01a2236f-69d2-7467-b2bd-944123a7fbcb', '2026-11-28 18:33:56.428205+00');
INSERT INTO inbox VALUES ('/inventory-service', '01a2236f-6a22-7c4f-a47b-904666756d6d', '2026-11-28 18:33:56.438037+00');
INSERT INTO inbox VALUES ('/inventory-service', '01a2236f-6bca-7189-856a-53ee90cd4377', '2026-11-28 18:33:56.449251+00');
INSERT INTO inbox VALUES ('/inventory-service', '01a2236f-580c-742c-9193-7e438ea10777', '2026-11-28 18:33:56.462147+00');
INSERT INTO inbox VALUES ('/inventory-service', '01a2236f-6465-77b7-9cca-28f7f0b3a914', '2026-11-28 18:33:56.474911+00');
INSERT INTO inbox VALUES ('/inventory-service', '01a2236f-649e-73b1-8c91-f1fcd268b1eb', '2026-11-28 18:33:56.483184+00');
INSERT INTO inbox VALUES ('/inventory-service', '01a2236f-64eb-7f79-a0d1-6826fb118de1', '2026-11-28 18:33:56.526077+00');
INSERT INTO inbox VALUES ('/inventory-service', '01a2236f-6581-7d44-92ed-57edea931afd', '2026-11-28 18:33:56.538943+00');
INSERT INTO inbox VALUES ('/inventory-service', '01a2236f-65cc-721b-83b1-f683fc23aac2', '2026-11-28 18:33:56.554681+00');
INSERT INTO inbox VALUES ('/inventory-service', '01a2236f-6cfe-72d0-ad0a-3d9e2bd613c5', '2026-11-28 18:33:56.567905+00');
INSERT INTO inbox VALUES ('/inventory-service', '01a2236f-5032-7a02-80d5-2baaed41d632', '2026-11-28 18:33:56.593319+00');
INSERT INTO inbox VALUES ('/inventory-service', '01a2236f-5c54-78c7-bca3-ecee5d845a64', '2026-11-28 18:33:56.61169+00');
INSERT INTO inbox VALUES ('/inventory-service', '01a2236f-6179-77b1-8316-cb1d8814228d', '2026-11-28 18:33:56.641904+00');
INSERT INTO inbox VALUES ('/inventory-service', '01a2236f-6277-75f4-a146-bf2d6386ac5e', '2026-11-28 18:33:56.673006+00');
INSERT INTO inbox VALUES ('/inventory-service', '01a2236f-6447-7d96-9b32-b1163802817e', '2026-11-28 18:33:56.698271+00');
INSERT INTO inbox VALUES ('/inventory-service', '01a2236f-655d-7f6d-a24d-7cf7a17500b5', '2026-11-28 18:33:56.721167+00');
INSERT INTO inbox VALUES ('/inventory-service', '01a2236f-4e9a-7c08-b6c6-01381aa6dff7', '2026-11-28 18:33:56.73459+00');
INSERT INTO inbox VALUES ('/inventory-service', '01a2236f-4f3c-7af1-9e85-676a0e6e1727', '2026-11-28 18:33:56.754499+00');
INSERT INTO inbox VALUES ('/inventory-service', '01a2236f-539b-7c0c-82dd-0568e7d3f197', '2026-11-28 18:33:56.770884+00');
INSERT INTO inbox VALUES ('/inventory-service', '01a2236f-5535-7916-8dbb-889ad0146aaf', '2026-11-28 18:33:56.79011+00');
INSERT INTO inbox VALUES ('/inventory-service', '01a2236f-5a1c-7eaa-9fcb-7a45dde1ee3c', '2026-11-28 18:33:56.810262+00');
INSERT INTO inbox VALUES ('/inventory-service', '01a2236f-5e6e-7496-88fd-be57188b1aad', '2026-11-28 18:33:56.833256+00');
INSERT INTO inbox VALUES ('/inventory-service', '01a2236f-60c7-72ba-b9cf-49770e06f99c', '2026-11-28 18:33:56.86541+00');
INSERT INTO inbox VALUES ('/inventory-service', '01a2236f-620f-7bd2-8d28-8454e4044a09', '2026-11-28 18:33:56.895932+00');
INSERT INTO inbox VALUES ('/inventory-service', '01a2236f-633d-77ef-a7ac-7d5d9ad9ce1a', '2026-11-28 18:33:56.916289+00');
INSERT INTO inbox VALUES ('/inventory-service', '01a2236f-654a-7979-be4c-27b3401ffe65', '2026-11-28 18:33:56.934486+00');
INSERT INTO inbox VALUES ('/inventory-service', '01a2236f-6575-7b8f-95bb-c9ff9354a9d1', '2026-11-28 18:33:56.951806+00');
INSERT INTO inbox VALUES ('/inventory-service', '01a2236f-5123-7428-b815-acdd5261ad6a', '2026-11-28 18:33:56.95999+00');
INSERT INTO inbox VALUES ('/inventory-service', '01a2236f-56a4-798d-9151-e278bfb73919', '2026-11-28 18:33:56.973217+00');
INSERT INTO inbox VALUES ('/inventory-service', '01a2236f-5d88-7cab-98c1-53bcb4990a3e', '2026-11-28 18:33:56.993365+00');
INSERT INTO inbox VALUES ('/inventory-service', '01a2236f-64e1-7b62-8dfa-e425b262ba9d', '2026-11-28 18:33:57.027561+00');
INSERT INTO inbox VALUES ('/inventory-service', '01a2236f-6529-7fe1-9185-70a1e8b994f4', '2026-11-28 18:33:57.054882+00');
INSERT INTO inbox VALUES ('/inventory-service', '01a2236f-65f7-7ae6-a73e-97d946e5dcdb', '2026-11-28 18:33:57.089687+00');
INSERT INTO inbox VALUES ('/inventory-service', '01a2236f-668d-7fd7-b2ea-3d667f1b4468', '2026-11-28 18:33:57.120929+00');
INSERT INTO inbox VALUES ('/inventory-service', '01a2236f-5269-73ba-bfc9-d87218c2ef7b', '2026-11-28 18:33:57.141446+00');
INSERT INTO inbox VALUES ('/inventory-service', '01a2236f-57c8-7bfd-a7f4-34f08f169f2b', '2026-11-28 18:33:57.16528+00');
INSERT INTO inbox VALUES ('/inventory-service', '01a2236f-5b3c-7983-83f6-b596efd3ee5c', '2026-11-28 18:33:57.178917+00');
INSERT INTO inbox VALUES ('/inventory-service', '01a2236f-5f74-7b33-a94d-0acc78a3f386', '2026-11-28 18:33:57.198598+00');
INSERT INTO inbox VALUES ('/inventory-service', '01a2236f-605b-774e-a96f-faa6489578f9', '2026-11-28 18:33:57.217025+00');
INSERT INTO inbox VALUES ('/inventory-service', '01a2236f-63a6-7c3d-a768-27a71ed1c1ba', '2026-11-28 18:33:57.244788+00');
INSERT INTO inbox VALUES ('/inventory-service', '01a2236f-65c0-7e48-8ff3-7162450d5b5c', '2026-11-28 18:33:57.274493+00');
INSERT INTO inbox VALUES ('/inventory-service', '01a2236f-58c4-7eb1-bf00-fc9d98890748', '2026-11-28 18:33:57.302925+00');
INSERT INTO inbox VALUES ('/inventory-service', '01a2236f-6491-77ba-8dfa-47ae9674c612', '2026-11-28 18:33:57.324795+00');
INSERT INTO inbox VALUES ('/inventory-service', '01a2236f-64c0-72bc-a49d-289ea4c1c53b', '2026-11-28 18:33:57.344111+00');
INSERT INTO inbox VALUES ('/inventory-service', '01a2236f-6506-773f-949c-10a0715ab704', '2026-11-28 18:33:57.362898+00');
INSERT INTO inbox VALUES ('/inventory-service', '01a2236f-6597-73c9-8790-0afbb6cc3aad', '2026-11-28 18:33:57.386999+00');
INSERT INTO inbox VALUES ('/inventory-service', '01a2236f-6843-7a3e-9027-15145bfb6f76', '2026-11-28 18:33:57.438166+00');
INSERT INTO inbox VALUES ('/inventory-service', '01a2236f-69b2-7a68-8f0e-da855b14b22c', '2026-11-28 18:33:57.470329+00');
INSERT INTO inbox VALUES ('/inventory-service', '01a2236f-6a1d-72ea-a574-174dd68b24c7', '2026-11-28 18:33:57.49103+00');
INSERT INTO inbox VALUES ('/inventory-service', '01a2236f-6bac-7561-bcc4-919b7e80de0d', '2026-11-28 18:33:57.510032+00');
INSERT INTO inbox VALUES ('/inventory-service', '01a2236f-6cd4-7869-939a-923c161c36d5', '2026-11-28 18:33:57.532502+00');
INSERT INTO inbox VALUES ('/inventory-service', '01a2236f-6793-741f-bf46-2d178d1ca6f7', '2026-11-28 18:33:57.555861+00');
INSERT INTO inbox VALUES ('/inventory-service', '01a2236f-6808-7452-90e5-88693a192fe6', '2026-11-28 18:33:57.574799+00');
INSERT INTO inbox VALUES ('/inventory-service', '01a2236f-6a09-7835-acba-89b08d08f7d1', '2026-11-28 18:33:57.597283+00');
INSERT INTO inbox VALUES ('/inventory-service', '01a2236f-6a35-7e3f-b291-f287fd6bea31', '2026-11-28 18:33:57.610946+00');
INSERT INTO inbox VALUES ('/inventory-service', '01a2236f-68d5-75c3-abac-f0032c627ae9', '2026-11-28 18:33:57.620879+00');
INSERT INTO inbox VALUES ('/inventory-service', '01a2236f-6ac4-7207-a3f9-84e9dc581576', '2026-11-28 18:33:57.651032+00');
INSERT INTO inbox VALUES ('/inventory-service', '01a2236f-6c6f-75fc-8662-7bb9cb27319a', '2026-11-28 18:33:57.690991+00');
INSERT INTO inbox VALUES ('/inventory-service', '01a2236f-6723-7557-81e1-28d154b886c4', '2026-11-28 18:33:57.714023+00');
INSERT INTO inbox VALUES ('/inventory-service', '01a2236f-6b6e-70d1-aba2-78f4b164b1c5', '2026-11-28 18:33:57.747558+00');
INSERT INTO inbox VALUES ('/inventory-service', '01a2236f-6dc8-7c98-bf14-ff4d399c3be2', '2026-11-28 18:33:57.779327+00');
INSERT INTO inbox VALUES ('/inventory-service', '01a2236f-6e1b-7fe4-926b-0c23d66143a2', '2026-11-28 18:33:57.84939+00');
INSERT INTO inbox VALUES ('/inventory-service', '01a2236f-69fa-76ca-af43-54900eed4bd3', '2026-11-28 18:33:57.864822+00');
INSERT INTO inbox VALUES ('/inventory-service', '01a2236f-6c06-75f0-9afe-09ed8c3eee07', '2026-11-28 18:33:57.886762+00');
INSERT INTO inbox VALUES ('/inventory-service', '01a2236f-6d53-7c17-b0b1-3c21372fda79', '2026-11-28 18:33:57.912854+00');
INSERT INTO inbox VALUES ('/inventory-service', '01a22370-e4a5-7439-944f-08ed29103ec9', '2026-11-28 18:35:30.960549+00');
INSERT INTO inbox VALUES ('/inventory-service', '01a22370-ec50-7323-aa05-982276fc1506', '2026-11-28 18:35:32.834084+00');
INSERT INTO inbox VALUES ('/inventory-service', '01a22370-f36d-7f2a-94cb-e8545d9b4793', '2026-11-28 18:35:34.67903+00');
INSERT INTO order_items VALUES ('01a22370-def4-728d-a9ac-50c88e0fd7b8', 0, '019b7db8-7801-71a7-82c9-9e3779b97f4b', 2, 49.99);
INSERT INTO order_items VALUES ('01a22370-ec2f-75d1-bc59-b238e3c57d02', 0, '019b7db8-7802-734e-8592-3c6ef372fe96', 1, 129.00);
INSERT INTO order_items VALUES ('01a22370-f2bb-74b5-a10e-24386e909315', 0, '019b7db8-7801-71a7-82c9-9e3779b97f4b', 1000, 49.99);
INSERT INTO orders VALUES ('01a22370-def4-728d-a9ac-50c88e0fd7b8', '01a22370-c9bb-7676-a125-3413562d28b0', 'CONFIRMED', 99.98, 'USD', NULL, 2, '2026-11-28 18:35:29.396001+00', '2026-11-28 18:35:31.181433+00');
INSERT INTO orders VALUES ('01a22370-ec2f-75d1-bc59-b238e3c57d02', '01a22370-c9bb-7676-a125-3413562d28b0', 'CANCELLED', 129.00, 'USD', NULL, 3, '2026-11-28 18:35:32.783348+00', '2026-11-28 18:35:33.623487+00');
INSERT INTO orders VALUES ('01a22370-f2bb-74b5-a10e-24386e909315', '01a22370-c9bb-7676-a125-3413562d28b0', 'REJECTED', 49990.00, 'USD', 'insufficient_stock', 2, '2026-11-28 18:35:34.459274+00', '2026-11-28 18:35:34.698183+00');
INSERT INTO prices VALUES ('019b7db8-780e-7722-86fe-a708a824f61a', 46.00, 'USD', 1, false);
INSERT INTO prices VALUES ('019b7db8-7830-7f50-85b0-aa66d2c7de10', 44.00, 'USD', 1, false);
INSERT INTO prices VALUES ('019b7db8-7824-7b7c-8444-3fcd1e15e68c', 47.00, 'USD', 1, false);
INSERT INTO prices VALUES ('019b7db8-7803-74f5-885b-daa66d2c7de1', 19.90, 'USD', 2, false);
INSERT INTO prices VALUES ('019b7db8-780d-757b-8435-08d12e6b76cf', 29.95, 'USD', 2, false);
INSERT INTO prices VALUES ('019b7db8-7814-710c-87b4-5c55827df1dc', 349.00, 'USD', 2, false);
INSERT INTO prices VALUES ('019b7db8-7816-745a-8d46-98c475f0f072', 39.90, 'USD', 2, false);
INSERT INTO prices VALUES ('019b7db8-7819-794f-85a1-736ae31d6e53', 14.50, 'USD', 2, false);
INSERT INTO prices VALUES ('019b7db8-7820-74e0-8920-c6ef372fe960', 32.00, 'USD', 2, false);
INSERT INTO prices VALUES ('019b7db8-7801-71a7-82c9-9e3779b97f4b', 49.99, 'USD', 2, false);
INSERT INTO prices VALUES ('019b7db8-7802-734e-8592-3c6ef372fe96', 129.00, 'USD', 2, false);
INSERT INTO prices VALUES ('019b7db8-7806-79ea-80b6-b54cda58fbc2', 74.00, 'USD', 2, false);
INSERT INTO prices VALUES ('019b7db8-7807-7b91-837f-538454127b0d', 42.50, 'USD', 2, false);
INSERT INTO prices VALUES ('019b7db8-780b-722d-8ea3-cc623af87839', 69.90, 'USD', 2, false);
INSERT INTO prices VALUES ('019b7db8-7810-7a70-8c90-e3779b97f4b0', 89.00, 'USD', 2, false);
INSERT INTO prices VALUES ('019b7db8-7813-7f65-84eb-be1e08c47291', 109.00, 'USD', 2, false);
INSERT INTO prices VALUES ('019b7db8-7815-72b3-8a7d-fa8cfc377127', 139.00, 'USD', 2, false);
INSERT INTO prices VALUES ('019b7db8-7817-7601-800f-36fbefaa6fbd', 549.00, 'USD', 2, false);
INSERT INTO prices VALUES ('019b7db8-781f-7339-8657-28b7bd766a15', 159.00, 'USD', 2, false);
INSERT INTO prices VALUES ('019b7db8-7821-7687-8be9-6526b0e968ab', 54.90, 'USD', 2, false);
INSERT INTO prices VALUES ('019b7db8-7804-769c-8b24-78dde6e5fd2c', 89.50, 'USD', 2, false);
INSERT INTO prices VALUES ('019b7db8-7808-7d38-8648-f1bbcdcbfa58', 24.90, 'USD', 2, false);
INSERT INTO prices VALUES ('019b7db8-780f-78c9-89c7-454021de7565', 199.00, 'USD', 2, false);
INSERT INTO prices VALUES ('019b7db8-781c-7e44-8dfc-4e115049ec34', 79.00, 'USD', 2, false);
INSERT INTO prices VALUES ('019b7db8-781e-7192-838e-8a8043bceaca', 219.00, 'USD', 2, false);
INSERT INTO prices VALUES ('019b7db8-7825-7d23-870d-de0497cf65d7', 98.00, 'USD', 2, false);
INSERT INTO prices VALUES ('019b7db8-7826-7eca-89d6-7c3c1188e522', 139.00, 'USD', 2, false);
INSERT INTO prices VALUES ('019b7db8-7805-7843-8ded-1715609f7c77', 34.00, 'USD', 2, false);
INSERT INTO prices VALUES ('019b7db8-7809-7edf-8911-8ff3478579a3', 119.00, 'USD', 2, false);
INSERT INTO prices VALUES ('019b7db8-780c-73d4-816c-6a99b4b1f784', 22.00, 'USD', 2, false);
INSERT INTO prices VALUES ('019b7db8-7811-7c17-8f59-81af155173fb', 279.00, 'USD', 2, false);
INSERT INTO prices VALUES ('019b7db8-7812-7dbe-8222-1fe68f0af346', 64.90, 'USD', 2, false);
INSERT INTO prices VALUES ('019b7db8-7818-77a8-82d8-d5336963ef08', 389.00, 'USD', 2, false);
INSERT INTO prices VALUES ('019b7db8-7823-79d5-817b-a195a45c6741', 79.90, 'USD', 2, false);
INSERT INTO prices VALUES ('019b7db8-780a-7086-8bda-2e2ac13ef8ee', 58.00, 'USD', 2, false);
INSERT INTO prices VALUES ('019b7db8-781a-7af6-886a-11a25cd6ed9e', 48.00, 'USD', 2, false);
INSERT INTO prices VALUES ('019b7db8-781b-7c9d-8b33-afd9d6906ce9', 94.00, 'USD', 2, false);
INSERT INTO prices VALUES ('019b7db8-781d-7feb-80c5-ec48ca036b7f', 259.00, 'USD', 2, false);
INSERT INTO prices VALUES ('019b7db8-7822-782e-8eb2-035e2aa2e7f6', 44.90, 'USD', 2, false);
INSERT INTO prices VALUES ('019b7db8-782a-7566-84fa-f519f86ee24e', 29.90, 'USD', 2, false);
INSERT INTO prices VALUES ('019b7db8-782c-78b4-8a8c-3188ebe1e0e4', 329.00, 'USD', 2, false);
INSERT INTO prices VALUES ('019b7db8-782f-7da9-82e7-0c2f590e5ec5', 28.50, 'USD', 2, false);
INSERT INTO prices VALUES ('019b7db8-7834-75ec-80d4-2344b9addb3c', 27.50, 'USD', 2, false);
INSERT INTO prices VALUES ('019b7db8-7837-7ae1-892f-fdeb26da591d', 54.00, 'USD', 2, false);
INSERT INTO prices VALUES ('019b7db8-7828-7218-8f68-b8ab04fbe3b8', 59.00, 'USD', 2, false);
INSERT INTO prices VALUES ('019b7db8-7829-73bf-8231-56e27eb56303', 38.50, 'USD', 2, false);
INSERT INTO prices VALUES ('019b7db8-782e-7c02-801e-6df7df54df7a', 32.00, 'USD', 2, false);
INSERT INTO prices VALUES ('019b7db8-7831-70f7-8879-489e4c815d5b', 49.00, 'USD', 2, false);
INSERT INTO prices VALUES ('019b7db8-782b-770d-87c3-935172286199', 64.00, 'USD', 2, false);
INSERT INTO prices VALUES ('019b7db8-7832-729e-8b42-e6d5c63adca6', 59.90, 'USD', 2, false);
INSERT INTO prices VALUES ('019b7db8-7836-793a-8666-5fb3ad20d9d2', 84.00, 'USD', 2, false);
INSERT INTO prices VALUES ('019b7db8-7827-7071-8c9f-1a738b42646d', 26.00, 'USD', 2, false);
INSERT INTO prices VALUES ('019b7db8-7833-7445-8e0b-850d3ff45bf1', 24.00, 'USD', 2, false);
INSERT INTO prices VALUES ('019b7db8-7839-7e2f-8ec1-3a5a1a4d57b3', 36.00, 'USD', 2, false);
INSERT INTO prices VALUES ('019b7db8-783a-7fd6-818a-d8919406d6fe', 13.90, 'USD', 2, false);
INSERT INTO prices VALUES ('019b7db8-782d-7a5b-8d55-cfc0659b602f', 39.00, 'USD', 2, false);
INSERT INTO prices VALUES ('019b7db8-7835-7793-839d-c17c33675a87', 16.90, 'USD', 2, false);
INSERT INTO prices VALUES ('019b7db8-7838-7c88-8bf8-9c22a093d868', 21.00, 'USD', 2, false);
SELECT pg_catalog.setval('outbox_id_seq', 7, true);
ALTER TABLE ONLY flyway_schema_history
    ADD CONSTRAINT flyway_schema_history_pk PRIMARY KEY (installed_rank);
ALTER TABLE ONLY idempotency_keys
    ADD CONSTRAINT idempotency_keys_pkey PRIMARY KEY (user_id, key);
ALTER TABLE ONLY inbox
    ADD CONSTRAINT inbox_pkey PRIMARY KEY (source, event_id);
ALTER TABLE ONLY order_items
    ADD CONSTRAINT order_items_pkey PRIMARY KEY (order_id, product_id);
ALTER TABLE ONLY orders
    ADD CONSTRAINT orders_pkey PRIMARY KEY (id);
ALTER TABLE ONLY outbox
    ADD CONSTRAINT outbox_pkey PRIMARY KEY (id);
ALTER TABLE ONLY prices
    ADD CONSTRAINT prices_pkey PRIMARY KEY (product_id);
CREATE INDEX flyway_schema_history_s_idx ON flyway_schema_history USING btree (success);
CREATE INDEX idempotency_keys_by_age ON idempotency_keys USING btree (created_at);
CREATE INDEX orders_of_user ON orders USING btree (user_id, id DESC);
CREATE INDEX orders_pending ON orders USING btree (created_at) WHERE (status = 'PENDING'::text);
ALTER TABLE ONLY order_items
    ADD CONSTRAINT order_items_order_id_fkey FOREIGN KEY (order_id) REFERENCES orders(id);
