package dev.ashlar.analytics.sales;

import dev.ashlar.analytics.version.FiguresVersion;
import dev.ashlar.analytics.version.FiguresVersions;
import dev.ashlar.chassis.retention.RetentionRule;
import dev.ashlar.chassis.retention.TableRetention;
import dev.ashlar.chassis.time.SqlTime;
import java.time.Duration;
import java.time.Instant;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Deletes the facts of orders that have not changed for the retention period. The figures remain. The horizon records which orders
 * may be deleted, so that {@link OrderFacts} does not count them again.
 */
@Component
class FactRetention implements RetentionRule {

    /** Facts are deleted this long after the horizon has passed them. No transaction takes as long. */
    private static final Duration MARGIN = Duration.ofDays(1);

    private final Duration retention;
    private final FiguresVersions versions;

    FactRetention(@Value("${ashlar.facts.retention}") Duration retention, FiguresVersions versions) {
        if (retention.compareTo(Duration.ofDays(1)) < 0) {
            throw new IllegalArgumentException("ANALYTICS_FACT_RETENTION must be at least one day");
        }
        this.retention = retention;
        this.versions = versions;
    }

    @Override
    public String name() {
        return "order_facts";
    }

    @Override
    public int deleteBatch(JdbcClient jdbc, Instant now, int limit) {
        var version = versions.active();
        jdbc.sql(version.sql("""
                INSERT INTO facts_horizon (settled_before)
                SELECT :horizon WHERE EXISTS (SELECT FROM order_facts WHERE learned_at <= :horizon)
                ON CONFLICT (only_row) DO UPDATE SET settled_before = excluded.settled_before
                WHERE facts_horizon.settled_before < excluded.settled_before"""))
                .param("horizon", SqlTime.utc(now.minus(retention))).update();
        return facts(version).deleteBatch(jdbc, now, limit);
    }

    @Override
    public long due(JdbcClient jdbc, Instant now, int atMost) {
        return facts(versions.active()).due(jdbc, now, atMost);
    }

    private TableRetention facts(FiguresVersion version) {
        return new TableRetention(version.sql("order_facts"), "learned_at", "true", retention.plus(MARGIN));
    }
}
