package dev.ashlar.chassis.migration;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** The URL for migrations leads to a connection pooler. */
final class PoolerRefused extends IllegalStateException {

    PoolerRefused() {
        super("Migrations can't run through a connection pooler such as PgBouncer. Flyway's lock and settings belong to one session, "
                + "and a pooler switches sessions");
    }

    /** Replaces the stack trace by what to do. */
    static final class Analyzer extends AbstractFailureAnalyzer<PoolerRefused> {

        @Override
        protected FailureAnalysis analyze(Throwable failure, PoolerRefused cause) {
            return new FailureAnalysis(cause.getMessage() + ".",
                    "Set DATABASE_MIGRATION_URL to PostgreSQL's own address. DATABASE_URL may stay the pooler's.",
                    cause);
        }
    }
}
