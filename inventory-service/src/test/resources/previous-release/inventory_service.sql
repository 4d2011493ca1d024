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
CREATE TABLE products (
    id uuid NOT NULL,
    sku text NOT NULL,
    name text NOT NULL,
    description text NOT NULL,
    category text NOT NULL,
    price numeric(12,2) NOT NULL,
    currency character(3) NOT NULL,
    attributes jsonb NOT NULL,
    image_url text,
    in_stock boolean NOT NULL,
    version bigint NOT NULL,
    created_at timestamp with time zone NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    search tsvector GENERATED ALWAYS AS (((setweight(to_tsvector('english'::regconfig, name), 'A'::"char") || setweight(to_tsvector('english'::regconfig, description), 'B'::"char")) || setweight(jsonb_to_tsvector('english'::regconfig, attributes, '["string", "numeric", "boolean"]'::jsonb), 'C'::"char"))) STORED NOT NULL,
    CONSTRAINT products_attributes_check CHECK ((jsonb_typeof(attributes) = 'object'::text)),
    CONSTRAINT products_price_check CHECK ((price > (0)::numeric))
);
CREATE TABLE reservation_lines (
    order_id uuid NOT NULL,
    product_id uuid NOT NULL,
    quantity integer NOT NULL,
    CONSTRAINT reservation_lines_quantity_check CHECK ((quantity > 0))
);
CREATE TABLE reservations (
    order_id uuid NOT NULL,
    state text NOT NULL,
    reason text,
    created_at timestamp with time zone NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    CONSTRAINT reservations_check CHECK (((reason IS NOT NULL) = (state = 'REJECTED'::text))),
    CONSTRAINT reservations_state_check CHECK ((state = ANY (ARRAY['RESERVED'::text, 'REJECTED'::text, 'RELEASED'::text])))
);
CREATE TABLE stock (
    product_id uuid NOT NULL,
    available integer DEFAULT 0 NOT NULL,
    reserved integer DEFAULT 0 NOT NULL,
    CONSTRAINT stock_available_check CHECK ((available >= 0)),
    CONSTRAINT stock_reserved_check CHECK ((reserved >= 0))
);
CREATE TABLE stock_adjustments (
    id uuid NOT NULL,
    product_id uuid NOT NULL,
    delta integer NOT NULL,
    reason text NOT NULL,
    adjusted_by uuid,
    adjusted_at timestamp with time zone NOT NULL,
    CONSTRAINT stock_adjustments_delta_check CHECK ((delta <> 0))
);
INSERT INTO flyway_schema_history VALUES (1, '0.1', 'outbox and inbox', 'SQL', 'V0_1__outbox_and_inbox.sql', 2098532860, 'inventory_service_migrator', '2026-11-28 18:33:10.112499', 78, true);
INSERT INTO flyway_schema_history VALUES (2, '0.9', 'migrators own history', 'SQL', 'V0_9__migrators_own_history.sql', -1850732826, 'inventory_service_migrator', '2026-11-28 18:33:10.346969', 34, true);
INSERT INTO flyway_schema_history VALUES (3, '1', 'products', 'SQL', 'V1__products.sql', 1981677274, 'inventory_service_migrator', '2026-11-28 18:33:10.446888', 102, true);
INSERT INTO flyway_schema_history VALUES (4, '2', 'stock', 'SQL', 'V2__stock.sql', -262081839, 'inventory_service_migrator', '2026-11-28 18:33:10.620061', 52, true);
INSERT INTO flyway_schema_history VALUES (5, '3', 'reservations', 'SQL', 'V3__reservations.sql', -20668486, 'inventory_service_migrator', '2026-11-28 18:33:10.767788', 23, true);
INSERT INTO inbox VALUES ('/order-service', '01a22370-e03b-76c4-a2ac-0064cb81448a', '2026-11-28 18:35:30.702896+00');
INSERT INTO inbox VALUES ('/order-service', '01a22370-ec33-7297-b470-bdae5b4d0abf', '2026-11-28 18:35:32.808889+00');
INSERT INTO inbox VALUES ('/order-service', '01a22370-ef7b-7e19-a668-f8f3ea77f76c', '2026-11-28 18:35:33.739462+00');
INSERT INTO inbox VALUES ('/order-service', '01a22370-f2c5-78aa-8af5-f83312f23c94', '2026-11-28 18:35:34.51936+00');
INSERT INTO inbox VALUES ('/order-service', '01a22370-f3b2-7562-90a8-988891259a7c', '2026-11-28 18:35:34.75182+00');
INSERT INTO products VALUES ('019b7db8-7801-71a7-82c9-9e3779b97f4b', 'LAMP-0001', 'Desk lamp Lumen', 'A lamp of brushed steel with a warm, dimmable light and a joint that stays where you put it.', 'lighting', 49.99, 'USD', '{"watts": 9, "colour": "steel", "dimmable": true}', NULL, true, 2, '2026-11-28 18:33:44.38498+00', '2026-11-28 18:33:46.568744+00', DEFAULT);
INSERT INTO products VALUES ('019b7db8-7802-734e-8592-3c6ef372fe96', 'LAMP-0002', 'Floor lamp Heron', 'A tall reading lamp with a slim arm, a linen shade and a foot switch.', 'lighting', 129.00, 'USD', '{"colour": "black", "dimmable": true, "height_cm": 158}', NULL, true, 2, '2026-11-28 18:33:46.928772+00', '2026-11-28 18:33:47.046263+00', DEFAULT);
INSERT INTO products VALUES ('019b7db8-7803-74f5-885b-daa66d2c7de1', 'LAMP-0003', 'Clip light Firefly', 'Clips to a shelf or a headboard and runs for twenty hours from a USB charge.', 'lighting', 19.90, 'USD', '{"colour": "white", "rechargeable": true, "battery_hours": 20}', NULL, true, 2, '2026-11-28 18:33:47.125108+00', '2026-11-28 18:33:47.256783+00', DEFAULT);
INSERT INTO products VALUES ('019b7db8-7804-769c-8b24-78dde6e5fd2c', 'LAMP-0004', 'Pendant lamp Orb', 'Hand-blown glass on a fabric cable, for above the dining table.', 'lighting', 89.50, 'USD', '{"colour": "amber", "material": "glass", "diameter_cm": 28}', NULL, true, 2, '2026-11-28 18:33:47.341251+00', '2026-11-28 18:33:47.520092+00', DEFAULT);
INSERT INTO products VALUES ('019b7db8-7805-7843-8ded-1715609f7c77', 'LAMP-0005', 'Garden lantern Moth', 'A solar lantern of weatherproof tin that lights itself at dusk.', 'lighting', 34.00, 'USD', '{"solar": true, "colour": "copper", "material": "tin"}', NULL, true, 2, '2026-11-28 18:33:47.629399+00', '2026-11-28 18:33:47.806568+00', DEFAULT);
INSERT INTO products VALUES ('019b7db8-7806-79ea-80b6-b54cda58fbc2', 'KTCH-0001', 'Chef''s knife 20 cm', 'Forged carbon steel, hardened to 60 HRC, with a handle of smoked oak.', 'kitchen', 74.00, 'USD', '{"handle": "oak", "blade_cm": 20, "material": "carbon steel"}', NULL, true, 2, '2026-11-28 18:33:47.936258+00', '2026-11-28 18:33:48.160283+00', DEFAULT);
INSERT INTO products VALUES ('019b7db8-7807-7b91-837f-538454127b0d', 'KTCH-0002', 'Cast-iron skillet 26 cm', 'Seasoned with linseed oil and ready for the stove, the oven or the fire.', 'kitchen', 42.50, 'USD', '{"material": "cast iron", "induction": true, "diameter_cm": 26}', NULL, true, 2, '2026-11-28 18:33:48.252148+00', '2026-11-28 18:33:48.551232+00', DEFAULT);
INSERT INTO products VALUES ('019b7db8-7808-7d38-8648-f1bbcdcbfa58', 'KTCH-0003', 'Pour-over coffee dripper', 'A porcelain cone with spiral ribs for an even, unhurried brew.', 'kitchen', 24.90, 'USD', '{"cups": 2, "colour": "white", "material": "porcelain"}', NULL, true, 2, '2026-11-28 18:33:48.680327+00', '2026-11-28 18:33:48.874691+00', DEFAULT);
INSERT INTO products VALUES ('019b7db8-7809-7edf-8911-8ff3478579a3', 'KTCH-0004', 'Burr coffee grinder', 'Forty grind settings from espresso to French press, with conical steel burrs.', 'kitchen', 119.00, 'USD', '{"watts": 150, "colour": "graphite", "settings": 40}', NULL, true, 2, '2026-11-28 18:33:49.062188+00', '2026-11-28 18:33:49.224919+00', DEFAULT);
INSERT INTO products VALUES ('019b7db8-780a-7086-8bda-2e2ac13ef8ee', 'KTCH-0005', 'Cutting board walnut', 'End-grain walnut with a juice groove and a stand to dry on.', 'kitchen', 58.00, 'USD', '{"material": "walnut", "width_cm": 30, "length_cm": 45}', NULL, true, 2, '2026-11-28 18:33:49.292606+00', '2026-11-28 18:33:49.489223+00', DEFAULT);
INSERT INTO products VALUES ('019b7db8-780b-722d-8ea3-cc623af87839', 'KTCH-0006', 'Stockpot 8 l', 'Stainless steel with a thick base, measuring marks and a lid that strains.', 'kitchen', 69.90, 'USD', '{"material": "stainless steel", "volume_l": 8, "induction": true}', NULL, true, 2, '2026-11-28 18:33:49.575641+00', '2026-11-28 18:33:49.816752+00', DEFAULT);
INSERT INTO products VALUES ('019b7db8-780c-73d4-816c-6a99b4b1f784', 'KTCH-0007', 'Linen tea towels, set of three', 'Soft washed linen that dries glasses without a trace.', 'kitchen', 22.00, 'USD', '{"colour": "natural", "pieces": 3, "material": "linen"}', NULL, true, 2, '2026-11-28 18:33:49.871299+00', '2026-11-28 18:33:50.123851+00', DEFAULT);
INSERT INTO products VALUES ('019b7db8-780d-757b-8435-08d12e6b76cf', 'KTCH-0008', 'Kitchen scale Gram', 'Weighs to the gram up to five kilograms and sets itself to zero for each bowl.', 'kitchen', 29.95, 'USD', '{"max_kg": 5, "precision_g": 1, "rechargeable": true}', NULL, true, 2, '2026-11-28 18:33:50.168811+00', '2026-11-28 18:33:50.37723+00', DEFAULT);
INSERT INTO products VALUES ('019b7db8-780e-7722-86fe-a708a824f61a', 'KTCH-0009', 'Salt and pepper mills', 'A pair in beech and brass with a ceramic grinder that never rusts.', 'kitchen', 46.00, 'USD', '{"pieces": 2, "grinder": "ceramic", "material": "beech"}', NULL, false, 1, '2026-11-28 18:33:50.444438+00', '2026-11-28 18:33:50.444438+00', DEFAULT);
INSERT INTO products VALUES ('019b7db8-780f-78c9-89c7-454021de7565', 'AUDI-0001', 'Wireless headphones Hush', 'Over-ear headphones with active noise cancelling and thirty hours of playing time.', 'audio', 199.00, 'USD', '{"colour": "black", "wireless": true, "battery_hours": 30}', NULL, true, 2, '2026-11-28 18:33:50.520328+00', '2026-11-28 18:33:50.682205+00', DEFAULT);
INSERT INTO products VALUES ('019b7db8-7810-7a70-8c90-e3779b97f4b0', 'AUDI-0002', 'Earbuds Pebble', 'Small, light and rain-proof earbuds with a case that charges them four times.', 'audio', 89.00, 'USD', '{"colour": "sand", "wireless": true, "water_resistant": true}', NULL, true, 2, '2026-11-28 18:33:50.757686+00', '2026-11-28 18:33:50.920335+00', DEFAULT);
INSERT INTO products VALUES ('019b7db8-7811-7c17-8f59-81af155173fb', 'AUDI-0003', 'Bookshelf speakers Duo', 'A pair of two-way speakers with a warm middle and a clear top.', 'audio', 279.00, 'USD', '{"watts": 60, "colour": "walnut", "pieces": 2}', NULL, true, 2, '2026-11-28 18:33:51.004319+00', '2026-11-28 18:33:51.17872+00', DEFAULT);
INSERT INTO products VALUES ('019b7db8-7812-7dbe-8222-1fe68f0af346', 'AUDI-0004', 'Portable speaker Buoy', 'Floats in the pool, plays for sixteen hours and pairs with a second one.', 'audio', 64.90, 'USD', '{"wireless": true, "battery_hours": 16, "water_resistant": true}', NULL, true, 2, '2026-11-28 18:33:51.26783+00', '2026-11-28 18:33:51.411961+00', DEFAULT);
INSERT INTO products VALUES ('019b7db8-7813-7f65-84eb-be1e08c47291', 'AUDI-0005', 'USB microphone Studio', 'A condenser microphone with a heart-shaped pattern for podcasts and calls.', 'audio', 109.00, 'USD', '{"colour": "black", "pattern": "cardioid", "connector": "USB-C"}', NULL, true, 2, '2026-11-28 18:33:51.475593+00', '2026-11-28 18:33:51.533358+00', DEFAULT);
INSERT INTO products VALUES ('019b7db8-7814-710c-87b4-5c55827df1dc', 'AUDI-0006', 'Record player Groove', 'Belt-driven turntable with a carbon arm and a built-in phono stage.', 'audio', 349.00, 'USD', '{"colour": "oak", "speeds": 2, "bluetooth": false}', NULL, true, 2, '2026-11-28 18:33:51.573731+00', '2026-11-28 18:33:51.707967+00', DEFAULT);
INSERT INTO products VALUES ('019b7db8-7815-72b3-8a7d-fa8cfc377127', 'OFFI-0001', 'Mechanical keyboard Tactile', 'Hot-swappable switches, a frame of aluminium and keycaps that do not fade.', 'office', 139.00, 'USD', '{"layout": "ISO", "switches": "brown", "wireless": false}', NULL, true, 2, '2026-11-28 18:33:51.777423+00', '2026-11-28 18:33:51.880092+00', DEFAULT);
INSERT INTO products VALUES ('019b7db8-7816-745a-8d46-98c475f0f072', 'OFFI-0002', 'Wireless mouse Glide', 'A quiet mouse for either hand with a wheel that spins freely.', 'office', 39.90, 'USD', '{"colour": "graphite", "buttons": 6, "wireless": true}', NULL, true, 2, '2026-11-28 18:33:51.895375+00', '2026-11-28 18:33:51.947874+00', DEFAULT);
INSERT INTO products VALUES ('019b7db8-7817-7601-800f-36fbefaa6fbd', 'OFFI-0003', 'Standing desk 160 cm', 'Electric height from 62 to 127 centimetres, four memories and a bamboo top.', 'office', 549.00, 'USD', '{"motors": 2, "material": "bamboo", "width_cm": 160}', NULL, true, 2, '2026-11-28 18:33:52.023383+00', '2026-11-28 18:33:52.091313+00', DEFAULT);
INSERT INTO products VALUES ('019b7db8-7818-77a8-82d8-d5336963ef08', 'OFFI-0004', 'Desk chair Align', 'A mesh back that follows the spine, with arms that move in four directions.', 'office', 389.00, 'USD', '{"colour": "grey", "max_kg": 130, "warranty_years": 5}', NULL, true, 2, '2026-11-28 18:33:52.20312+00', '2026-11-28 18:33:52.279714+00', DEFAULT);
INSERT INTO products VALUES ('019b7db8-7819-794f-85a1-736ae31d6e53', 'OFFI-0005', 'Notebook dotted A5', 'Two hundred numbered pages of paper that takes ink well, and lies flat.', 'office', 14.50, 'USD', '{"pages": 200, "format": "A5", "ruling": "dotted"}', NULL, true, 2, '2026-11-28 18:33:52.313874+00', '2026-11-28 18:33:52.440011+00', DEFAULT);
INSERT INTO products VALUES ('019b7db8-781a-7af6-886a-11a25cd6ed9e', 'OFFI-0006', 'Fountain pen Quill', 'A steel nib in medium, a body of brass and a converter for bottled ink.', 'office', 48.00, 'USD', '{"nib": "M", "colour": "navy", "material": "brass"}', NULL, true, 2, '2026-11-28 18:33:52.463855+00', '2026-11-28 18:33:52.522045+00', DEFAULT);
INSERT INTO products VALUES ('019b7db8-781b-7c9d-8b33-afd9d6906ce9', 'OFFI-0007', 'Monitor arm', 'A gas spring holds screens up to nine kilograms at any height.', 'office', 94.00, 'USD', '{"mount": "VESA 100", "colour": "black", "max_kg": 9}', NULL, true, 2, '2026-11-28 18:33:52.533016+00', '2026-11-28 18:33:52.570186+00', DEFAULT);
INSERT INTO products VALUES ('019b7db8-781c-7e44-8dfc-4e115049ec34', 'OFFI-0008', 'Webcam Clarity', 'Full-HD picture, automatic light and a shutter for when nobody should look.', 'office', 79.00, 'USD', '{"shutter": true, "connector": "USB-C", "resolution": "1080p"}', NULL, true, 2, '2026-11-28 18:33:52.581066+00', '2026-11-28 18:33:52.599647+00', DEFAULT);
INSERT INTO products VALUES ('019b7db8-781d-7feb-80c5-ec48ca036b7f', 'OUTD-0001', 'Two-person tent Ridge', 'Stands by itself, weighs under two kilograms and keeps out a night of rain.', 'outdoor', 259.00, 'USD', '{"colour": "moss", "persons": 2, "weight_kg": 1.9}', NULL, true, 2, '2026-11-28 18:33:52.614267+00', '2026-11-28 18:33:52.639805+00', DEFAULT);
INSERT INTO products VALUES ('019b7db8-781e-7192-838e-8a8043bceaca', 'OUTD-0002', 'Sleeping bag Down 0', 'Responsible goose down that keeps you warm to the freezing point.', 'outdoor', 219.00, 'USD', '{"filling": "down", "weight_kg": 0.95, "comfort_celsius": 0}', NULL, true, 2, '2026-11-28 18:33:52.649369+00', '2026-11-28 18:33:52.676224+00', DEFAULT);
INSERT INTO products VALUES ('019b7db8-781f-7339-8657-28b7bd766a15', 'OUTD-0003', 'Trekking backpack 45 l', 'A ventilated back, a rain cover and pockets that can be reached on the move.', 'outdoor', 159.00, 'USD', '{"colour": "slate", "volume_l": 45, "rain_cover": true}', NULL, true, 2, '2026-11-28 18:33:52.69169+00', '2026-11-28 18:33:52.711857+00', DEFAULT);
INSERT INTO products VALUES ('019b7db8-7820-74e0-8920-c6ef372fe960', 'OUTD-0004', 'Insulated bottle 0.75 l', 'Keeps tea hot for twelve hours and water cold for a day.', 'outdoor', 32.00, 'USD', '{"colour": "forest", "material": "stainless steel", "volume_l": 0.75}', NULL, true, 2, '2026-11-28 18:33:52.717271+00', '2026-11-28 18:33:52.730515+00', DEFAULT);
INSERT INTO products VALUES ('019b7db8-7821-7687-8be9-6526b0e968ab', 'OUTD-0005', 'Camping stove Ember', 'Boils a litre in three minutes and folds into its own pot.', 'outdoor', 54.90, 'USD', '{"fuel": "gas", "piezo": true, "weight_kg": 0.36}', NULL, true, 2, '2026-11-28 18:33:52.737681+00', '2026-11-28 18:33:52.754041+00', DEFAULT);
INSERT INTO products VALUES ('019b7db8-7822-782e-8eb2-035e2aa2e7f6', 'OUTD-0006', 'Head torch 400', 'Four hundred lumens, a red light for maps and a strap that can be washed.', 'outdoor', 44.90, 'USD', '{"lumens": 400, "rechargeable": true, "water_resistant": true}', NULL, true, 2, '2026-11-28 18:33:52.763228+00', '2026-11-28 18:33:52.787518+00', DEFAULT);
INSERT INTO products VALUES ('019b7db8-7823-79d5-817b-a195a45c6741', 'OUTD-0007', 'Trekking poles, pair', 'Carbon shafts with cork grips that fold to forty centimetres.', 'outdoor', 79.90, 'USD', '{"pieces": 2, "material": "carbon", "folded_cm": 40}', NULL, true, 2, '2026-11-28 18:33:52.799388+00', '2026-11-28 18:33:52.825014+00', DEFAULT);
INSERT INTO products VALUES ('019b7db8-7824-7b7c-8444-3fcd1e15e68c', 'OUTD-0008', 'Hammock with straps', 'Ripstop nylon for two, with tree-friendly straps and no knots to learn.', 'outdoor', 47.00, 'USD', '{"colour": "teal", "max_kg": 200, "persons": 2}', NULL, false, 1, '2026-11-28 18:33:52.839617+00', '2026-11-28 18:33:52.839617+00', DEFAULT);
INSERT INTO products VALUES ('019b7db8-7825-7d23-870d-de0497cf65d7', 'HOME-0001', 'Wool blanket Fjord', 'Woven from undyed wool in a herringbone that gets softer with the years.', 'home', 98.00, 'USD', '{"material": "wool", "width_cm": 140, "length_cm": 200}', NULL, true, 2, '2026-11-28 18:33:52.85227+00', '2026-11-28 18:33:52.873794+00', DEFAULT);
INSERT INTO products VALUES ('019b7db8-7826-7eca-89d6-7c3c1188e522', 'HOME-0002', 'Linen duvet cover', 'Stone-washed flax, cool in summer and warm in winter.', 'home', 139.00, 'USD', '{"material": "linen", "width_cm": 155, "length_cm": 220}', NULL, true, 2, '2026-11-28 18:33:52.915382+00', '2026-11-28 18:33:53.031217+00', DEFAULT);
INSERT INTO products VALUES ('019b7db8-7827-7071-8c9f-1a738b42646d', 'HOME-0003', 'Scented candle Cedar', 'Soy wax with cedar, fig and a little smoke; burns for fifty hours.', 'home', 26.00, 'USD', '{"scent": "cedar", "vegan": true, "burn_hours": 50}', NULL, true, 2, '2026-11-28 18:33:53.047033+00', '2026-11-28 18:33:53.119237+00', DEFAULT);
INSERT INTO products VALUES ('019b7db8-7828-7218-8f68-b8ab04fbe3b8', 'HOME-0004', 'Wall clock Meridian', 'A silent movement behind a dial that is readable across the room.', 'home', 59.00, 'USD', '{"colour": "white", "silent": true, "diameter_cm": 30}', NULL, true, 2, '2026-11-28 18:33:53.223776+00', '2026-11-28 18:33:53.275487+00', DEFAULT);
INSERT INTO products VALUES ('019b7db8-7829-73bf-8231-56e27eb56303', 'HOME-0005', 'Stoneware vase Terra', 'Thrown by hand and glazed in sand and ash; no two are alike.', 'home', 38.50, 'USD', '{"colour": "sand", "material": "stoneware", "height_cm": 24}', NULL, true, 2, '2026-11-28 18:33:53.313118+00', '2026-11-28 18:33:53.383592+00', DEFAULT);
INSERT INTO products VALUES ('019b7db8-782a-7566-84fa-f519f86ee24e', 'HOME-0006', 'Cushion Corduroy', 'Wide-rib corduroy over recycled filling, with a hidden zip.', 'home', 29.90, 'USD', '{"colour": "rust", "washable": true, "width_cm": 50}', NULL, true, 2, '2026-11-28 18:33:53.422471+00', '2026-11-28 18:33:53.463845+00', DEFAULT);
INSERT INTO products VALUES ('019b7db8-782b-770d-87c3-935172286199', 'HOME-0007', 'Laundry basket Wicker', 'Willow with a cotton lining that comes out for the wash.', 'home', 64.00, 'USD', '{"lid": true, "material": "willow", "volume_l": 60}', NULL, true, 2, '2026-11-28 18:33:53.491442+00', '2026-11-28 18:33:53.60033+00', DEFAULT);
INSERT INTO products VALUES ('019b7db8-782c-78b4-8a8c-3188ebe1e0e4', 'HOME-0008', 'Robot vacuum Scout', 'Maps the flat, empties itself and stays clear of cables and stairs.', 'home', 329.00, 'USD', '{"noise_db": 58, "self_emptying": true, "battery_minutes": 120}', NULL, true, 2, '2026-11-28 18:33:53.686159+00', '2026-11-28 18:33:53.814199+00', DEFAULT);
INSERT INTO products VALUES ('019b7db8-782d-7a5b-8d55-cfc0659b602f', 'BOOK-0001', 'Designing Quiet Systems', 'A field guide to services that fail in small ways and heal by themselves.', 'books', 39.00, 'USD', '{"pages": 412, "binding": "hardcover", "language": "en"}', NULL, true, 2, '2026-11-28 18:33:53.860145+00', '2026-11-28 18:33:53.910169+00', DEFAULT);
INSERT INTO products VALUES ('019b7db8-782e-7c02-801e-6df7df54df7a', 'BOOK-0002', 'The Slow Kitchen', 'Eighty recipes that ask for time rather than for skill.', 'books', 32.00, 'USD', '{"pages": 288, "binding": "hardcover", "language": "en"}', NULL, true, 2, '2026-11-28 18:33:53.916832+00', '2026-11-28 18:33:53.927282+00', DEFAULT);
INSERT INTO products VALUES ('019b7db8-782f-7da9-82e7-0c2f590e5ec5', 'BOOK-0003', 'A Walker''s Atlas of the Alps', 'Forty tours between huts, with maps, heights and buses home.', 'books', 28.50, 'USD', '{"pages": 256, "binding": "paperback", "language": "en"}', NULL, true, 2, '2026-11-28 18:33:53.930713+00', '2026-11-28 18:33:53.945116+00', DEFAULT);
INSERT INTO products VALUES ('019b7db8-7830-7f50-85b0-aa66d2c7de10', 'BOOK-0004', 'Queues, Logs and Letters', 'How messages travel, get lost and are found again, from the telegraph to Kafka.', 'books', 44.00, 'USD', '{"pages": 368, "binding": "paperback", "language": "en"}', NULL, false, 1, '2026-11-28 18:33:53.951142+00', '2026-11-28 18:33:53.951142+00', DEFAULT);
INSERT INTO products VALUES ('019b7db8-7831-70f7-8879-489e4c815d5b', 'SPRT-0001', 'Yoga mat Lotus', 'Natural rubber that grips when wet, six millimetres thick.', 'sports', 49.00, 'USD', '{"colour": "plum", "material": "rubber", "thickness_mm": 6}', NULL, true, 2, '2026-11-28 18:33:53.95722+00', '2026-11-28 18:33:53.964773+00', DEFAULT);
INSERT INTO products VALUES ('019b7db8-7832-729e-8b42-e6d5c63adca6', 'SPRT-0002', 'Kettlebell 16 kg', 'One piece of cast iron with a wide handle and a flat base.', 'sports', 59.90, 'USD', '{"coated": true, "material": "cast iron", "weight_kg": 16}', NULL, true, 2, '2026-11-28 18:33:53.981953+00', '2026-11-28 18:33:54.099913+00', DEFAULT);
INSERT INTO products VALUES ('019b7db8-7833-7445-8e0b-850d3ff45bf1', 'SPRT-0003', 'Running belt Dash', 'Holds a phone and keys without a bounce, and reflects at night.', 'sports', 24.00, 'USD', '{"colour": "black", "reflective": true, "water_resistant": true}', NULL, true, 2, '2026-11-28 18:33:54.135361+00', '2026-11-28 18:33:54.267179+00', DEFAULT);
INSERT INTO products VALUES ('019b7db8-7834-75ec-80d4-2344b9addb3c', 'SPRT-0004', 'Foam roller', 'A firm roller with a grid surface for legs and back.', 'sports', 27.50, 'USD', '{"colour": "orange", "material": "EVA", "length_cm": 33}', NULL, true, 2, '2026-11-28 18:33:54.290401+00', '2026-11-28 18:33:54.336022+00', DEFAULT);
INSERT INTO products VALUES ('019b7db8-7835-7793-839d-c17c33675a87', 'SPRT-0005', 'Jump rope Speed', 'A coated steel cable on ball bearings, cut to length in a minute.', 'sports', 16.90, 'USD', '{"colour": "red", "bearings": true, "length_m": 3}', NULL, true, 2, '2026-11-28 18:33:54.363435+00', '2026-11-28 18:33:54.427632+00', DEFAULT);
INSERT INTO products VALUES ('019b7db8-7836-793a-8666-5fb3ad20d9d2', 'SPRT-0006', 'Bike helmet Urban', 'Multi-impact protection, a magnetic buckle and a rear light.', 'sports', 84.00, 'USD', '{"size": "M", "light": true, "colour": "mint"}', NULL, true, 2, '2026-11-28 18:33:54.46094+00', '2026-11-28 18:33:54.5217+00', DEFAULT);
INSERT INTO products VALUES ('019b7db8-7837-7ae1-892f-fdeb26da591d', 'TOYS-0001', 'Wooden train set', 'Forty pieces of beech: rails, bridge, engine and three wagons.', 'toys', 54.00, 'USD', '{"pieces": 40, "age_from": 3, "material": "beech"}', NULL, true, 2, '2026-11-28 18:33:54.563479+00', '2026-11-28 18:33:54.62771+00', DEFAULT);
INSERT INTO products VALUES ('019b7db8-7838-7c88-8bf8-9c22a093d868', 'TOYS-0002', 'Puzzle Northern Lights', 'A thousand pieces of recycled board and a very dark sky.', 'toys', 21.00, 'USD', '{"pieces": 1000, "age_from": 10, "recycled": true}', NULL, true, 2, '2026-11-28 18:33:54.659991+00', '2026-11-28 18:33:54.740681+00', DEFAULT);
INSERT INTO products VALUES ('019b7db8-7839-7e2f-8ec1-3a5a1a4d57b3', 'TOYS-0003', 'Building blocks Arch', 'Sixty blocks with arches and columns, oiled and safe to chew.', 'toys', 36.00, 'USD', '{"pieces": 60, "age_from": 1, "material": "maple"}', NULL, true, 2, '2026-11-28 18:33:54.811519+00', '2026-11-28 18:33:54.87466+00', DEFAULT);
INSERT INTO products VALUES ('019b7db8-783a-7fd6-818a-d8919406d6fe', 'TOYS-0004', 'Card game Harbour', 'Trade, load and sail before the others do; for two to five players.', 'toys', 13.90, 'USD', '{"minutes": 30, "age_from": 8, "players_max": 5}', NULL, true, 2, '2026-11-28 18:33:54.90561+00', '2026-11-28 18:33:54.952939+00', DEFAULT);
INSERT INTO reservation_lines VALUES ('01a22370-def4-728d-a9ac-50c88e0fd7b8', '019b7db8-7801-71a7-82c9-9e3779b97f4b', 2);
INSERT INTO reservation_lines VALUES ('01a22370-ec2f-75d1-bc59-b238e3c57d02', '019b7db8-7802-734e-8592-3c6ef372fe96', 1);
INSERT INTO reservation_lines VALUES ('01a22370-f2bb-74b5-a10e-24386e909315', '019b7db8-7801-71a7-82c9-9e3779b97f4b', 1000);
INSERT INTO reservations VALUES ('01a22370-def4-728d-a9ac-50c88e0fd7b8', 'RESERVED', NULL, '2026-11-28 18:35:30.716248+00', '2026-11-28 18:35:30.716248+00');
INSERT INTO reservations VALUES ('01a22370-ec2f-75d1-bc59-b238e3c57d02', 'RELEASED', NULL, '2026-11-28 18:35:32.809517+00', '2026-11-28 18:35:33.743014+00');
INSERT INTO reservations VALUES ('01a22370-f2bb-74b5-a10e-24386e909315', 'REJECTED', 'insufficient_stock', '2026-11-28 18:35:34.520405+00', '2026-11-28 18:35:34.595977+00');
INSERT INTO stock VALUES ('019b7db8-7803-74f5-885b-daa66d2c7de1', 410, 0);
INSERT INTO stock VALUES ('019b7db8-7804-769c-8b24-78dde6e5fd2c', 120, 0);
INSERT INTO stock VALUES ('019b7db8-7805-7843-8ded-1715609f7c77', 175, 0);
INSERT INTO stock VALUES ('019b7db8-7806-79ea-80b6-b54cda58fbc2', 190, 0);
INSERT INTO stock VALUES ('019b7db8-7807-7b91-837f-538454127b0d', 310, 0);
INSERT INTO stock VALUES ('019b7db8-7808-7d38-8648-f1bbcdcbfa58', 365, 0);
INSERT INTO stock VALUES ('019b7db8-7809-7edf-8911-8ff3478579a3', 140, 0);
INSERT INTO stock VALUES ('019b7db8-780a-7086-8bda-2e2ac13ef8ee', 220, 0);
INSERT INTO stock VALUES ('019b7db8-780b-722d-8ea3-cc623af87839', 130, 0);
INSERT INTO stock VALUES ('019b7db8-780c-73d4-816c-6a99b4b1f784', 480, 0);
INSERT INTO stock VALUES ('019b7db8-780d-757b-8435-08d12e6b76cf', 275, 0);
INSERT INTO stock VALUES ('019b7db8-780f-78c9-89c7-454021de7565', 160, 0);
INSERT INTO stock VALUES ('019b7db8-7810-7a70-8c90-e3779b97f4b0', 340, 0);
INSERT INTO stock VALUES ('019b7db8-7811-7c17-8f59-81af155173fb', 75, 0);
INSERT INTO stock VALUES ('019b7db8-7812-7dbe-8222-1fe68f0af346', 290, 0);
INSERT INTO stock VALUES ('019b7db8-7813-7f65-84eb-be1e08c47291', 115, 0);
INSERT INTO stock VALUES ('019b7db8-7814-710c-87b4-5c55827df1dc', 40, 0);
INSERT INTO stock VALUES ('019b7db8-7815-72b3-8a7d-fa8cfc377127', 205, 0);
INSERT INTO stock VALUES ('019b7db8-7816-745a-8d46-98c475f0f072', 390, 0);
INSERT INTO stock VALUES ('019b7db8-7817-7601-800f-36fbefaa6fbd', 30, 0);
INSERT INTO stock VALUES ('019b7db8-7818-77a8-82d8-d5336963ef08', 55, 0);
INSERT INTO stock VALUES ('019b7db8-7819-794f-85a1-736ae31d6e53', 720, 0);
INSERT INTO stock VALUES ('019b7db8-781a-7af6-886a-11a25cd6ed9e', 180, 0);
INSERT INTO stock VALUES ('019b7db8-781b-7c9d-8b33-afd9d6906ce9', 145, 0);
INSERT INTO stock VALUES ('019b7db8-781c-7e44-8dfc-4e115049ec34', 260, 0);
INSERT INTO stock VALUES ('019b7db8-781d-7feb-80c5-ec48ca036b7f', 65, 0);
INSERT INTO stock VALUES ('019b7db8-781e-7192-838e-8a8043bceaca', 90, 0);
INSERT INTO stock VALUES ('019b7db8-781f-7339-8657-28b7bd766a15', 125, 0);
INSERT INTO stock VALUES ('019b7db8-7820-74e0-8920-c6ef372fe960', 530, 0);
INSERT INTO stock VALUES ('019b7db8-7821-7687-8be9-6526b0e968ab', 210, 0);
INSERT INTO stock VALUES ('019b7db8-7822-782e-8eb2-035e2aa2e7f6', 330, 0);
INSERT INTO stock VALUES ('019b7db8-7823-79d5-817b-a195a45c6741', 155, 0);
INSERT INTO stock VALUES ('019b7db8-7825-7d23-870d-de0497cf65d7', 135, 0);
INSERT INTO stock VALUES ('019b7db8-7826-7eca-89d6-7c3c1188e522', 110, 0);
INSERT INTO stock VALUES ('019b7db8-7827-7071-8c9f-1a738b42646d', 420, 0);
INSERT INTO stock VALUES ('019b7db8-7828-7218-8f68-b8ab04fbe3b8', 165, 0);
INSERT INTO stock VALUES ('019b7db8-7829-73bf-8231-56e27eb56303', 230, 0);
INSERT INTO stock VALUES ('019b7db8-782a-7566-84fa-f519f86ee24e', 350, 0);
INSERT INTO stock VALUES ('019b7db8-782b-770d-87c3-935172286199', 95, 0);
INSERT INTO stock VALUES ('019b7db8-782c-78b4-8a8c-3188ebe1e0e4', 70, 0);
INSERT INTO stock VALUES ('019b7db8-782d-7a5b-8d55-cfc0659b602f', 280, 0);
INSERT INTO stock VALUES ('019b7db8-782e-7c02-801e-6df7df54df7a', 195, 0);
INSERT INTO stock VALUES ('019b7db8-782f-7da9-82e7-0c2f590e5ec5', 160, 0);
INSERT INTO stock VALUES ('019b7db8-7831-70f7-8879-489e4c815d5b', 315, 0);
INSERT INTO stock VALUES ('019b7db8-7832-729e-8b42-e6d5c63adca6', 140, 0);
INSERT INTO stock VALUES ('019b7db8-7833-7445-8e0b-850d3ff45bf1', 440, 0);
INSERT INTO stock VALUES ('019b7db8-7834-75ec-80d4-2344b9addb3c', 260, 0);
INSERT INTO stock VALUES ('019b7db8-7835-7793-839d-c17c33675a87', 505, 0);
INSERT INTO stock VALUES ('019b7db8-7836-793a-8666-5fb3ad20d9d2', 185, 0);
INSERT INTO stock VALUES ('019b7db8-7837-7ae1-892f-fdeb26da591d', 170, 0);
INSERT INTO stock VALUES ('019b7db8-7838-7c88-8bf8-9c22a093d868', 325, 0);
INSERT INTO stock VALUES ('019b7db8-7839-7e2f-8ec1-3a5a1a4d57b3', 240, 0);
INSERT INTO stock VALUES ('019b7db8-783a-7fd6-818a-d8919406d6fe', 560, 0);
INSERT INTO stock VALUES ('019b7db8-7801-71a7-82c9-9e3779b97f4b', 238, 2);
INSERT INTO stock VALUES ('019b7db8-7802-734e-8592-3c6ef372fe96', 85, 0);
INSERT INTO stock_adjustments VALUES ('01a2236f-4b5e-77b8-8cd1-d22da13058e8', '019b7db8-7801-71a7-82c9-9e3779b97f4b', 240, 'Demo data', NULL, '2026-11-28 18:33:46.078602+00');
INSERT INTO stock_adjustments VALUES ('01a2236f-4f01-7904-bf67-e547c8fe1386', '019b7db8-7802-734e-8592-3c6ef372fe96', 85, 'Demo data', NULL, '2026-11-28 18:33:47.009625+00');
INSERT INTO stock_adjustments VALUES ('01a2236f-4fd4-719b-8e1e-d7446bfb8c1a', '019b7db8-7803-74f5-885b-daa66d2c7de1', 410, 'Demo data', NULL, '2026-11-28 18:33:47.220142+00');
INSERT INTO stock_adjustments VALUES ('01a2236f-50d8-7a06-807e-2a9df3877280', '019b7db8-7804-769c-8b24-78dde6e5fd2c', 120, 'Demo data', NULL, '2026-11-28 18:33:47.480698+00');
INSERT INTO stock_adjustments VALUES ('01a2236f-51ff-7a6d-a267-7b97a47a4af9', '019b7db8-7805-7843-8ded-1715609f7c77', 175, 'Demo data', NULL, '2026-11-28 18:33:47.775718+00');
INSERT INTO stock_adjustments VALUES ('01a2236f-5357-787f-82e9-ec736ab7ac90', '019b7db8-7806-79ea-80b6-b54cda58fbc2', 190, 'Demo data', NULL, '2026-11-28 18:33:48.119605+00');
INSERT INTO stock_adjustments VALUES ('01a2236f-54e5-7b50-b357-9ec6bd015b88', '019b7db8-7807-7b91-837f-538454127b0d', 310, 'Demo data', NULL, '2026-11-28 18:33:48.517796+00');
INSERT INTO stock_adjustments VALUES ('01a2236f-560e-741f-a28d-089dd70177fe', '019b7db8-7808-7d38-8648-f1bbcdcbfa58', 365, 'Demo data', NULL, '2026-11-28 18:33:48.815057+00');
INSERT INTO stock_adjustments VALUES ('01a2236f-5777-75d3-b2b3-2887a6a3b942', '019b7db8-7809-7edf-8911-8ff3478579a3', 140, 'Demo data', NULL, '2026-11-28 18:33:49.175411+00');
INSERT INTO stock_adjustments VALUES ('01a2236f-5840-7706-9705-93e9c6f63823', '019b7db8-780a-7086-8bda-2e2ac13ef8ee', 220, 'Demo data', NULL, '2026-11-28 18:33:49.376582+00');
INSERT INTO stock_adjustments VALUES ('01a2236f-59cd-72a4-a67b-8bad84f1415d', '019b7db8-780b-722d-8ea3-cc623af87839', 130, 'Demo data', NULL, '2026-11-28 18:33:49.773206+00');
INSERT INTO stock_adjustments VALUES ('01a2236f-5a95-7b9f-a802-6693cf75ca2e', '019b7db8-780c-73d4-816c-6a99b4b1f784', 480, 'Demo data', NULL, '2026-11-28 18:33:49.973763+00');
INSERT INTO stock_adjustments VALUES ('01a2236f-5bf0-712d-b087-871f83e311e5', '019b7db8-780d-757b-8435-08d12e6b76cf', 275, 'Demo data', NULL, '2026-11-28 18:33:50.320161+00');
INSERT INTO stock_adjustments VALUES ('01a2236f-5d47-7639-b9bf-0295a82d12ba', '019b7db8-780f-78c9-89c7-454021de7565', 160, 'Demo data', NULL, '2026-11-28 18:33:50.663428+00');
INSERT INTO stock_adjustments VALUES ('01a2236f-5e23-73c2-afe1-6800108717ba', '019b7db8-7810-7a70-8c90-e3779b97f4b0', 340, 'Demo data', NULL, '2026-11-28 18:33:50.883281+00');
INSERT INTO stock_adjustments VALUES ('01a2236f-5f2b-754e-8313-2b02ccee596a', '019b7db8-7811-7c17-8f59-81af155173fb', 75, 'Demo data', NULL, '2026-11-28 18:33:51.147397+00');
INSERT INTO stock_adjustments VALUES ('01a2236f-6007-7f4b-897a-663c3998d512', '019b7db8-7812-7dbe-8222-1fe68f0af346', 290, 'Demo data', NULL, '2026-11-28 18:33:51.368017+00');
INSERT INTO stock_adjustments VALUES ('01a2236f-609a-7e91-8929-4a5f50368c39', '019b7db8-7813-7f65-84eb-be1e08c47291', 115, 'Demo data', NULL, '2026-11-28 18:33:51.514956+00');
INSERT INTO stock_adjustments VALUES ('01a2236f-612b-7b0d-879a-938bab1c9af8', '019b7db8-7814-710c-87b4-5c55827df1dc', 40, 'Demo data', NULL, '2026-11-28 18:33:51.659758+00');
INSERT INTO stock_adjustments VALUES ('01a2236f-6200-7ff1-bacf-8a3ac3662b85', '019b7db8-7815-72b3-8a7d-fa8cfc377127', 205, 'Demo data', NULL, '2026-11-28 18:33:51.873051+00');
INSERT INTO stock_adjustments VALUES ('01a2236f-623b-7357-aefa-61a512cfd34a', '019b7db8-7816-745a-8d46-98c475f0f072', 390, 'Demo data', NULL, '2026-11-28 18:33:51.931249+00');
INSERT INTO stock_adjustments VALUES ('01a2236f-62ce-7533-a0a0-53a3a295518b', '019b7db8-7817-7601-800f-36fbefaa6fbd', 30, 'Demo data', NULL, '2026-11-28 18:33:52.078383+00');
INSERT INTO stock_adjustments VALUES ('01a2236f-6372-72cb-bc7f-db1a10dceb33', '019b7db8-7818-77a8-82d8-d5336963ef08', 55, 'Demo data', NULL, '2026-11-28 18:33:52.242268+00');
INSERT INTO stock_adjustments VALUES ('01a2236f-641b-7623-a2d1-c1b1512cd4e9', '019b7db8-7819-794f-85a1-736ae31d6e53', 720, 'Demo data', NULL, '2026-11-28 18:33:52.411468+00');
INSERT INTO stock_adjustments VALUES ('01a2236f-6483-7a0b-ace4-01d0be3a49e3', '019b7db8-781a-7af6-886a-11a25cd6ed9e', 180, 'Demo data', NULL, '2026-11-28 18:33:52.515718+00');
INSERT INTO stock_adjustments VALUES ('01a2236f-64a7-74de-a29c-2848dd69d7d5', '019b7db8-781b-7c9d-8b33-afd9d6906ce9', 145, 'Demo data', NULL, '2026-11-28 18:33:52.551355+00');
INSERT INTO stock_adjustments VALUES ('01a2236f-64d1-7c09-b8bd-29b7c855e1d7', '019b7db8-781c-7e44-8dfc-4e115049ec34', 260, 'Demo data', NULL, '2026-11-28 18:33:52.593785+00');
INSERT INTO stock_adjustments VALUES ('01a2236f-64f8-7c23-94ce-5ee01f55bcba', '019b7db8-781d-7feb-80c5-ec48ca036b7f', 65, 'Demo data', NULL, '2026-11-28 18:33:52.632798+00');
INSERT INTO stock_adjustments VALUES ('01a2236f-6519-7673-9a09-216a04d032a4', '019b7db8-781e-7192-838e-8a8043bceaca', 90, 'Demo data', NULL, '2026-11-28 18:33:52.665436+00');
INSERT INTO stock_adjustments VALUES ('01a2236f-6542-7b35-a5e9-ded6f1732115', '019b7db8-781f-7339-8657-28b7bd766a15', 125, 'Demo data', NULL, '2026-11-28 18:33:52.706737+00');
INSERT INTO stock_adjustments VALUES ('01a2236f-6555-700d-bebd-c58d226ebcad', '019b7db8-7820-74e0-8920-c6ef372fe960', 530, 'Demo data', NULL, '2026-11-28 18:33:52.725034+00');
INSERT INTO stock_adjustments VALUES ('01a2236f-656a-7f16-af2d-7231ec042b78', '019b7db8-7821-7687-8be9-6526b0e968ab', 210, 'Demo data', NULL, '2026-11-28 18:33:52.747017+00');
INSERT INTO stock_adjustments VALUES ('01a2236f-658f-7328-9587-13ba83b014a1', '019b7db8-7822-782e-8eb2-035e2aa2e7f6', 330, 'Demo data', NULL, '2026-11-28 18:33:52.783229+00');
INSERT INTO stock_adjustments VALUES ('01a2236f-65b0-745f-b3f4-fd5f521ffee7', '019b7db8-7823-79d5-817b-a195a45c6741', 155, 'Demo data', NULL, '2026-11-28 18:33:52.816303+00');
INSERT INTO stock_adjustments VALUES ('01a2236f-65df-7ca7-9078-de92cb838b66', '019b7db8-7825-7d23-870d-de0497cf65d7', 135, 'Demo data', NULL, '2026-11-28 18:33:52.863818+00');
INSERT INTO stock_adjustments VALUES ('01a2236f-666b-7221-a15c-f23a1ac349ca', '019b7db8-7826-7eca-89d6-7c3c1188e522', 110, 'Demo data', NULL, '2026-11-28 18:33:53.003191+00');
INSERT INTO stock_adjustments VALUES ('01a2236f-66b1-733e-88a5-d16cb5c22c5c', '019b7db8-7827-7071-8c9f-1a738b42646d', 420, 'Demo data', NULL, '2026-11-28 18:33:53.073258+00');
INSERT INTO stock_adjustments VALUES ('01a2236f-6760-7256-9145-c5d9c38bb0d1', '019b7db8-7828-7218-8f68-b8ab04fbe3b8', 165, 'Demo data', NULL, '2026-11-28 18:33:53.248176+00');
INSERT INTO stock_adjustments VALUES ('01a2236f-67da-7327-9f51-793f10e89dcc', '019b7db8-7829-73bf-8231-56e27eb56303', 230, 'Demo data', NULL, '2026-11-28 18:33:53.37023+00');
INSERT INTO stock_adjustments VALUES ('01a2236f-681b-7a31-b0e2-da4ab3d09787', '019b7db8-782a-7566-84fa-f519f86ee24e', 350, 'Demo data', NULL, '2026-11-28 18:33:53.435699+00');
INSERT INTO stock_adjustments VALUES ('01a2236f-68a2-7230-9a3a-86da4eec75b5', '019b7db8-782b-770d-87c3-935172286199', 95, 'Demo data', NULL, '2026-11-28 18:33:53.570216+00');
INSERT INTO stock_adjustments VALUES ('01a2236f-697d-75a1-83c5-9a9c5fb7a963', '019b7db8-782c-78b4-8a8c-3188ebe1e0e4', 70, 'Demo data', NULL, '2026-11-28 18:33:53.789387+00');
INSERT INTO stock_adjustments VALUES ('01a2236f-69e7-7e3f-9d26-fa9f4c090510', '019b7db8-782d-7a5b-8d55-cfc0659b602f', 280, 'Demo data', NULL, '2026-11-28 18:33:53.898985+00');
INSERT INTO stock_adjustments VALUES ('01a2236f-6a02-7670-b2d9-312a0d820c24', '019b7db8-782e-7c02-801e-6df7df54df7a', 195, 'Demo data', NULL, '2026-11-28 18:33:53.922419+00');
INSERT INTO stock_adjustments VALUES ('01a2236f-6a13-7784-a19c-a7cae67c71d9', '019b7db8-782f-7da9-82e7-0c2f590e5ec5', 160, 'Demo data', NULL, '2026-11-28 18:33:53.939495+00');
INSERT INTO stock_adjustments VALUES ('01a2236f-6a2a-7399-8c11-819ddc0d0dad', '019b7db8-7831-70f7-8879-489e4c815d5b', 315, 'Demo data', NULL, '2026-11-28 18:33:53.962243+00');
INSERT INTO stock_adjustments VALUES ('01a2236f-6a72-7820-9dbe-9b9a03e215ef', '019b7db8-7832-729e-8b42-e6d5c63adca6', 140, 'Demo data', NULL, '2026-11-28 18:33:54.034598+00');
INSERT INTO stock_adjustments VALUES ('01a2236f-6b41-71a5-bbef-dd3b6ef67202', '019b7db8-7833-7445-8e0b-850d3ff45bf1', 440, 'Demo data', NULL, '2026-11-28 18:33:54.24116+00');
INSERT INTO stock_adjustments VALUES ('01a2236f-6b96-766e-aaf8-daab6039062a', '019b7db8-7834-75ec-80d4-2344b9addb3c', 260, 'Demo data', NULL, '2026-11-28 18:33:54.326433+00');
INSERT INTO stock_adjustments VALUES ('01a2236f-6be9-7666-b187-28204d33ba52', '019b7db8-7835-7793-839d-c17c33675a87', 505, 'Demo data', NULL, '2026-11-28 18:33:54.409434+00');
INSERT INTO stock_adjustments VALUES ('01a2236f-6c44-7cf6-b1c7-f6802dd49cf1', '019b7db8-7836-793a-8666-5fb3ad20d9d2', 185, 'Demo data', NULL, '2026-11-28 18:33:54.500842+00');
INSERT INTO stock_adjustments VALUES ('01a2236f-6cb1-701f-bc63-bd7a5bab15af', '019b7db8-7837-7ae1-892f-fdeb26da591d', 170, 'Demo data', NULL, '2026-11-28 18:33:54.609054+00');
INSERT INTO stock_adjustments VALUES ('01a2236f-6d16-71a5-808f-d045453b7627', '019b7db8-7838-7c88-8bf8-9c22a093d868', 325, 'Demo data', NULL, '2026-11-28 18:33:54.710171+00');
INSERT INTO stock_adjustments VALUES ('01a2236f-6dab-7e2a-b549-bcd1261a3cda', '019b7db8-7839-7e2f-8ec1-3a5a1a4d57b3', 240, 'Demo data', NULL, '2026-11-28 18:33:54.85992+00');
INSERT INTO stock_adjustments VALUES ('01a2236f-6df8-75c7-af76-86ae814159ba', '019b7db8-783a-7fd6-818a-d8919406d6fe', 560, 'Demo data', NULL, '2026-11-28 18:33:54.936408+00');
SELECT pg_catalog.setval('outbox_id_seq', 117, true);
ALTER TABLE ONLY flyway_schema_history
    ADD CONSTRAINT flyway_schema_history_pk PRIMARY KEY (installed_rank);
ALTER TABLE ONLY inbox
    ADD CONSTRAINT inbox_pkey PRIMARY KEY (source, event_id);
ALTER TABLE ONLY outbox
    ADD CONSTRAINT outbox_pkey PRIMARY KEY (id);
ALTER TABLE ONLY products
    ADD CONSTRAINT products_pkey PRIMARY KEY (id);
ALTER TABLE ONLY products
    ADD CONSTRAINT products_sku_key UNIQUE (sku);
ALTER TABLE ONLY reservation_lines
    ADD CONSTRAINT reservation_lines_pkey PRIMARY KEY (order_id, product_id);
ALTER TABLE ONLY reservations
    ADD CONSTRAINT reservations_pkey PRIMARY KEY (order_id);
ALTER TABLE ONLY stock_adjustments
    ADD CONSTRAINT stock_adjustments_pkey PRIMARY KEY (id);
ALTER TABLE ONLY stock
    ADD CONSTRAINT stock_pkey PRIMARY KEY (product_id);
CREATE INDEX flyway_schema_history_s_idx ON flyway_schema_history USING btree (success);
CREATE INDEX products_by_name ON products USING btree (name COLLATE "C", id);
CREATE INDEX products_by_price ON products USING btree (price, id);
CREATE INDEX products_by_update ON products USING btree (updated_at, id);
CREATE INDEX products_of_category_by_name ON products USING btree (category, name COLLATE "C", id);
CREATE INDEX products_of_category_by_price ON products USING btree (category, price, id);
CREATE INDEX products_search ON products USING gin (search);
CREATE INDEX stock_adjustments_of_product ON stock_adjustments USING btree (product_id, adjusted_at);
ALTER TABLE ONLY reservation_lines
    ADD CONSTRAINT reservation_lines_order_id_fkey FOREIGN KEY (order_id) REFERENCES reservations(order_id);
ALTER TABLE ONLY stock_adjustments
    ADD CONSTRAINT stock_adjustments_product_id_fkey FOREIGN KEY (product_id) REFERENCES products(id);
ALTER TABLE ONLY stock
    ADD CONSTRAINT stock_product_id_fkey FOREIGN KEY (product_id) REFERENCES products(id);
