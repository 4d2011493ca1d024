package dev.ashlar.chassis.migration;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Tells what to do instead of a stack trace. */
final class PoolerRefusedAnalyzer extends AbstractFailureAnalyzer<PoolerRefused> {

    @Override
    protected FailureAnalysis analyze(Throwable failure, PoolerRefused cause) {
        return new FailureAnalysis(cause.getMessage() + ".",
                "Set DATABASE_MIGRATION_URL to PostgreSQL's own address. DATABASE_URL may stay the pooler's.", cause);
    }
}
