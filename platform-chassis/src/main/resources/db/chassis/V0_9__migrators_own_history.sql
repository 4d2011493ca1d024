-- The service may read and write whatever the migrator creates in its schema. What was migrated is none of its business: with
-- it, a service could make the migrator run a script again, or leave one out.
DO $$
BEGIN
    EXECUTE format('REVOKE ALL ON flyway_schema_history FROM %I', current_schema());
END
$$;
