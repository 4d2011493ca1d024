package dev.ashlar.chassis.migration;

/** The address for migrations is a connection pooler's. */
final class PoolerRefused extends IllegalStateException {

    PoolerRefused() {
        super("Migrations can't run through a connection pooler such as PgBouncer: Flyway's lock and its settings belong to "
                + "a session, and a pooler hands sessions around");
    }
}
