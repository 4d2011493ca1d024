-- One service's schema and its two roles. Safe to run again; sets the passwords anew.
--
-- psql -d ashlar -v database=ashlar -v service=order_service -v migrator=order_service_migrator \
--      -v service_password=… -v migrator_password=… -f provision-service.sql

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
END
$$;

ALTER ROLE :"service" LOGIN PASSWORD :'service_password';
ALTER ROLE :"migrator" LOGIN PASSWORD :'migrator_password';

-- Everybody may connect to every database, and make temporary tables there, unless told otherwise.
REVOKE ALL ON DATABASE :"database", postgres, template1 FROM PUBLIC;
REVOKE ALL ON SCHEMA public FROM PUBLIC;
GRANT CONNECT ON DATABASE :"database" TO :"service", :"migrator";

-- Large objects are in no schema, and anybody may make them unless told otherwise.
REVOKE EXECUTE ON FUNCTION lo_creat(integer), lo_create(oid), lo_from_bytea(oid, bytea) FROM PUBLIC;

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
GRANT USAGE ON SCHEMA extensions TO :"migrator";

ALTER ROLE :"service" SET search_path = :"service";
ALTER ROLE :"migrator" SET search_path = :"service";

-- A client that hangs inside a transaction must not hold its locks for ever.
ALTER ROLE :"service" SET idle_in_transaction_session_timeout = '15s';
ALTER ROLE :"migrator" SET idle_in_transaction_session_timeout = '15s';
