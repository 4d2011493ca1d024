-- One service's schema and its two roles. Safe to run again, and several times at once; sets passwords and settings anew.
--
-- psql -d ashlar -v database=ashlar -v service=order_service -v migrator=order_service_migrator \
--      -v service_password=… -v migrator_password=… -f provision-service.sql

-- Two that change one role at a time would fail; the second one waits until the first one's transaction ends.
SELECT pg_advisory_xact_lock(hashtext('provisioning'));

-- psql puts no variable into a DO block; settings reach there.
SELECT set_config('provision.service', :'service', false), set_config('provision.migrator', :'migrator', false);

DO $$
DECLARE
    wanted text;
BEGIN
    FOREACH wanted IN ARRAY ARRAY[current_setting('provision.service'), current_setting('provision.migrator')] LOOP
        IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = wanted) THEN
            EXECUTE format('CREATE ROLE %I', wanted);
        END IF;
    END LOOP;
    -- Who is no superuser may only give to the migrator what it may do as the migrator.
    IF NOT pg_has_role(current_setting('provision.migrator'), 'USAGE') THEN
        EXECUTE format('GRANT %I TO CURRENT_USER', current_setting('provision.migrator'));
    END IF;
END
$$;

ALTER ROLE :"service" LOGIN PASSWORD :'service_password';
ALTER ROLE :"migrator" LOGIN PASSWORD :'migrator_password';

-- Everybody may connect to every database, and make temporary tables there, unless told otherwise.
REVOKE ALL ON DATABASE :"database" FROM PUBLIC;
REVOKE ALL ON SCHEMA public FROM PUBLIC;
GRANT CONNECT ON DATABASE :"database" TO :"service", :"migrator";

-- The same for the server's own databases, and for large objects, which are in no schema. Both are a superuser's; the
-- administrator of a managed database can't change them.
DO $$
BEGIN
    IF (SELECT rolsuper FROM pg_roles WHERE rolname = current_user) THEN
        REVOKE ALL ON DATABASE postgres, template1 FROM PUBLIC;
        REVOKE EXECUTE ON FUNCTION lo_creat(integer), lo_create(oid), lo_from_bytea(oid, bytea) FROM PUBLIC;
    END IF;
END
$$;

-- The migrator owns the schema; the service reads and writes rows of what the migrator creates there.
CREATE SCHEMA IF NOT EXISTS :"service" AUTHORIZATION :"migrator";
GRANT USAGE ON SCHEMA :"service" TO :"service";
ALTER DEFAULT PRIVILEGES FOR ROLE :"migrator" IN SCHEMA :"service"
    GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO :"service";
ALTER DEFAULT PRIVILEGES FOR ROLE :"migrator" IN SCHEMA :"service" GRANT USAGE ON SEQUENCES TO :"service";

-- For the search of inventory-service. A database has each extension once. Only the role that makes indexes names them.
CREATE SCHEMA IF NOT EXISTS extensions;
CREATE EXTENSION IF NOT EXISTS unaccent SCHEMA extensions;
CREATE EXTENSION IF NOT EXISTS pg_trgm SCHEMA extensions;

-- Wherever they are: a managed database may have had them before.
DO $$
DECLARE
    home regnamespace;
BEGIN
    FOR home IN SELECT DISTINCT extnamespace::regnamespace FROM pg_extension WHERE extname IN ('unaccent', 'pg_trgm') LOOP
        EXECUTE format('GRANT USAGE ON SCHEMA %s TO %I', home, current_setting('provision.migrator'));
    END LOOP;
END
$$;

ALTER ROLE :"service" SET search_path = :"service";
ALTER ROLE :"migrator" SET search_path = :"service";

-- By the role and not by the client, so that they hold behind a connection pooler, which refuses settings at login.
ALTER ROLE :"service" SET timezone = 'UTC';
ALTER ROLE :"migrator" SET timezone = 'UTC';

-- A statement, its wait for a lock included, has its time; a client that hangs in a transaction must not hold locks for ever.
ALTER ROLE :"service" SET statement_timeout = '10s';
ALTER ROLE :"service" SET idle_in_transaction_session_timeout = '15s';

-- A migration takes as long as it takes; while it waits for a lock, everybody else waits behind it.
ALTER ROLE :"migrator" SET statement_timeout = 0;
ALTER ROLE :"migrator" SET idle_in_transaction_session_timeout = 0;
ALTER ROLE :"migrator" SET lock_timeout = '4s';
