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
CREATE TABLE refresh_tokens (
    hash bytea NOT NULL,
    session_id uuid NOT NULL,
    issued_at timestamp with time zone NOT NULL,
    used_at timestamp with time zone
);
CREATE TABLE sessions (
    id uuid NOT NULL,
    user_id uuid NOT NULL,
    user_agent character varying(255),
    created_at timestamp with time zone NOT NULL,
    last_seen_at timestamp with time zone NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    revoked_at timestamp with time zone
);
CREATE TABLE signing_keys (
    kid text NOT NULL,
    public_key text NOT NULL,
    private_key bytea NOT NULL,
    created_at timestamp with time zone NOT NULL,
    retired_at timestamp with time zone
);
CREATE TABLE users (
    id uuid NOT NULL,
    version bigint NOT NULL,
    email character varying(254) NOT NULL,
    name character varying(100) NOT NULL,
    password_hash character varying(255) NOT NULL,
    password_changed_at timestamp with time zone NOT NULL,
    admin boolean NOT NULL,
    created_at timestamp with time zone NOT NULL
);
INSERT INTO flyway_schema_history VALUES (1, '0.1', 'outbox and inbox', 'SQL', 'V0_1__outbox_and_inbox.sql', 2098532860, 'user_service_migrator', '2026-11-28 18:33:07.831745', 128, true);
INSERT INTO flyway_schema_history VALUES (2, '0.9', 'migrators own history', 'SQL', 'V0_9__migrators_own_history.sql', -1850732826, 'user_service_migrator', '2026-11-28 18:33:08.152348', 36, true);
INSERT INTO flyway_schema_history VALUES (3, '1', 'users sessions and signing keys', 'SQL', 'V1__users_sessions_and_signing_keys.sql', 1682179339, 'user_service_migrator', '2026-11-28 18:33:08.300156', 97, true);
INSERT INTO refresh_tokens VALUES ('\x52d85d9fb92cecff06ba23c4990fae4d7b97c22f4150f04f5fa0c283ed569551', '01a22370-d0f1-7cf5-acd4-f50fd1efd007', '2026-11-28 18:35:25.809604+00', NULL);
INSERT INTO sessions VALUES ('01a22370-d0f1-7cf5-acd4-f50fd1efd007', '01a22370-c9bb-7676-a125-3413562d28b0', 'curl/7.88.1', '2026-11-28 18:35:25.809604+00', '2026-11-28 18:35:25.809604+00', '2026-12-28 18:35:25.809604+00', NULL);
INSERT INTO signing_keys VALUES ('01a2236f-378d-7d74-9970-43ba0aa3304b', '{"kty":"RSA","e":"AQAB","use":"sig","kid":"01a2236f-378d-7d74-9970-43ba0aa3304b","alg":"RS256","n":"0nQd6mCJ0nIWsnXBPubmt8ayHd1oUG3qQctlWcSpT6pj8Ia66rGCgWat1m_Yr4BcWDT5kis0XeRaVNFF5Fd2JzsfZTL4nhBfA7fTPUEPEGCHVinnbdF24SL5FC-BrlkEac5HJzee_XOosSsncPrYXpV84J-duTg5IX3ujED8NZAPPcWXMOGdyRZYWmhcDLWUydZ3uFfE7RT9UZQWLWU0DhtVIG9PjJ2rqLBBOxXsZ-WaH8ZCJjTEnWhh4b3mzWOat394F9nwV4YX5355XCycRwfQUodQV8AFtcOovc_kdKi68zAbZFrS6ZX5hHz9lyoZUavOe_P-CeNg4BpWWc-A-Q"}', '\x1b15cead3507a70011960ea78caf1f5d7d66f8d72d42f3f39e0e705d74f789ee45cc9e2bf9b427dc236171840645e07cdab9bc5d49d95ff2ba3195e7a6a203b3880948fe065b408ba671ddf12d7ebd75ac101cfbc6bfb13486280f44bbed9b35236517a4692cc80ff312089f567f55a549378029cfd46a7d47221f7405d6e44e6d22df756a4121da2e5442cd71d94c2ab3c2a42369e77755d3676512ca85d383bc08c539e219df00699000312e83478721d6ae661f075e94683e4ba14e53b04aa549bef6ad32dfa07d51979b02dab8f463b08a9fa22e1abcc67d629e576a329d47c1a4162aaeedf1b988506cb7d7726d304e7511fe4e2f4300feecdac24b275d69403d9e6309bf011159653c33bc8db31a229e96b4ea6ace49db34d6058fab963bfd69810b668c8d6d1e6319c0525f9357a5a25a21cbc1b1758f0b459dbbd6370ada9a6d9cf9e8264e631e379859df6839a5315c723bb95f5c218104bae517a9d38669de726c1db0bcefbe14f1de15c3a0415d05df2be4282b3dad2061a0658b39fb0a5e0e61558af85a65d035cae4c75048b2241743203d2933e893ab7000725496ee7cc01fecc6283d4a8ec073c6de76305fbe507fc04a03db05513bfc257668ba6042b02d30bc1a3a5979b0e77c499d77279ba43850cdf432c1f6de7d76f5d4453f2ab43937bc45bfcd355a54c432f1b4fcf421c23b6847f4b1a118f383b30ee8f179c0b7036f6bf5a7414d3dae5cf4deba265d802706b26935003b6f3d72019b97ded132813e6e133a83c7b3e821a7e5786f138e03fd2537c3dbf5ae5f9763e92f6d6c07bd3ee08ca4beb20f929a526c4449a2e46340306829d023b504cec1f57dc56480ec856293f9d676b3426a705f0b188ccfd4658d19500bd0b65826c64b8d0d07766d30cb4ae5e4d93b13a28991efc439c7ef0563022638acdfcb28baa78573138fc1eab1e26b0ec679558844a82ec54b0691579ee9688683b3a571c10688b0847314d2037954c228203ddad760e6a069838fb4e8217f3e6c69e226b06e3e7c8d5d824bd9ad28b1fdf00c7a5c46d88c80ae542986b6f8c0600efcb0a51ab0af3277604f482ce83d3efeacaff8e4da646df9e3d745679643f4496608409e7a89d5171f1d11518715c08c1e710f0d8fa41df28bf31bb7cbd72cc4d430c66e52803b352d0f1e0c91c93459b8ddda6cdf179e3c48ff0df99feb268eaa40884062310778acd6ee5c3284c2269cb67c8f2afbb2fbb8ad01d73e4fc5c055b49f877486b4067e6c5f587cf8fa2fe4680d224b59ba6ffb7a781e5fb13bc6788f3cd0ff1799c685ab54089e0fd4bdd0f62180160bf682014e2f67b5b1dd979857160d53daa53895bacf28b3b53a49b1e51dac370662cb17f71af3274ff20645d15e1a2bf261fcbda0eeeeeb71525d60d6ac60ac527bbc93503a1cc899cec8f822353ac42c2db4ed44d07ea6df537062ce6e5d978175d3d914b560ac15935b338810f410d9a5deb57980848c27445cdcb0b50116d3288959392dfd14f70b38b99182a55ec51a627d4e527044ac288cb856a10405d6383b2e99c525adfc575ed0d9aac7b143d44f77ca78391d45205b1815da1dd6a5c837a0e102525e389202e32a8b96dcb567f9f425ad3750e0ad7b428c22ac3c8604bb96aec2e68f390890b946cacecf4d68d64ac3c6f10013abbd5ae4decf68d20061edfd9ea6c3461888aae362e6f3afd78628545ceb2794657c6b75aced35c484e13dab49b070a5d819', '2026-11-28 18:33:38.187208+00', NULL);
INSERT INTO users VALUES ('01a2236f-597c-707e-9193-6ec3184978ea', 0, 'admin@ashlar.local', 'Demo Admin', '$argon2id$v=19$m=19456,t=2,p=1$yZ17dREueOkrcHV4sANhIg$C9mxD31ZGrX5Up612u0GAUcY2jsNdvyWW4ug7zBd3fo', '2026-11-28 18:33:49.692+00', true, '2026-11-28 18:33:49.692+00');
INSERT INTO users VALUES ('01a2236f-632b-78e2-85b9-f65f36b93826', 0, 'shopper@ashlar.local', 'Demo Shopper', '$argon2id$v=19$m=19456,t=2,p=1$oMd/5c9Yg8ibs0t6pOkXdw$TdMlnk9FkOU2KrOLeLrGETJUUo1G+9a+UmYLrE3GOUs', '2026-11-28 18:33:52.171494+00', false, '2026-11-28 18:33:52.171494+00');
INSERT INTO users VALUES ('01a22370-c9bb-7676-a125-3413562d28b0', 0, 'ada@example.org', 'Ada Lovelace', '$argon2id$v=19$m=19456,t=2,p=1$0keDX1jzFgdeYksjWjSNrQ$vRKHX4aPYFMYZhx+0ohRE4cetHCdSqMetdlvHW7pqlw', '2026-11-28 18:35:23.963034+00', false, '2026-11-28 18:35:23.963034+00');
SELECT pg_catalog.setval('outbox_id_seq', 3, true);
ALTER TABLE ONLY flyway_schema_history
    ADD CONSTRAINT flyway_schema_history_pk PRIMARY KEY (installed_rank);
ALTER TABLE ONLY inbox
    ADD CONSTRAINT inbox_pkey PRIMARY KEY (source, event_id);
ALTER TABLE ONLY outbox
    ADD CONSTRAINT outbox_pkey PRIMARY KEY (id);
ALTER TABLE ONLY refresh_tokens
    ADD CONSTRAINT refresh_tokens_pkey PRIMARY KEY (hash);
ALTER TABLE ONLY sessions
    ADD CONSTRAINT sessions_pkey PRIMARY KEY (id);
ALTER TABLE ONLY signing_keys
    ADD CONSTRAINT signing_keys_pkey PRIMARY KEY (kid);
ALTER TABLE ONLY users
    ADD CONSTRAINT users_pkey PRIMARY KEY (id);
CREATE INDEX flyway_schema_history_s_idx ON flyway_schema_history USING btree (success);
CREATE INDEX refresh_tokens_session ON refresh_tokens USING btree (session_id);
CREATE INDEX sessions_expiry ON sessions USING btree (expires_at);
CREATE INDEX sessions_live ON sessions USING btree (user_id, id) WHERE (revoked_at IS NULL);
CREATE UNIQUE INDEX users_email ON users USING btree (lower((email)::text));
ALTER TABLE ONLY refresh_tokens
    ADD CONSTRAINT refresh_tokens_session_id_fkey FOREIGN KEY (session_id) REFERENCES sessions(id) ON DELETE CASCADE;
ALTER TABLE ONLY sessions
    ADD CONSTRAINT sessions_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE CASCADE;
