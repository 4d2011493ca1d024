package dev.ashlar.analytics.sales;

import dev.ashlar.chassis.sweep.Sweep;
import dev.ashlar.chassis.sweep.TableSweep;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Orders of which nothing was learned for so long that their facts are deleted. The figures keep what they counted. An event that
 * comes afterwards, a replay for example, must not count such an order again.
 */
@Component
class SettledOrders implements Sweep {

    /** The horizon is known for so long before the first fact behind it is deleted: no transaction takes as long. */
    private static final Duration MARGIN = Duration.ofDays(1);

    private final JdbcClient jdbc;
    private final Duration retention;
    private final TableSweep facts;

    SettledOrders(JdbcClient jdbc, @Value("${ashlar.facts.retention}") Duration retention) {
        if (retention.compareTo(Duration.ofDays(1)) < 0) {
            throw new IllegalArgumentException("ANALYTICS_FACT_RETENTION must be at least one day");
        }
        this.jdbc = jdbc;
        this.retention = retention;
        this.facts = new TableSweep("order_facts", "learned_at", "true", retention.plus(MARGIN));
    }

    /** Whether the order's fact may have been deleted. */
    boolean contain(Order order) {
        return jdbc.sql("""
                SELECT EXISTS (SELECT FROM facts_horizon WHERE settled_before >= :created)
                   AND NOT EXISTS (SELECT FROM order_facts WHERE order_id = :id)""")
                .param("created", Timestamp.from(order.createdAt())).param("id", order.id()).query(Boolean.class)
                .single();
    }

    @Override
    public String name() {
        return facts.name();
    }

    @Override
    public int deleteSome(JdbcClient jdbc, Instant now, int limit) {
        jdbc.sql("""
                INSERT INTO facts_horizon (settled_before)
                SELECT :horizon WHERE EXISTS (SELECT FROM order_facts WHERE learned_at <= :horizon)
                ON CONFLICT (only_row) DO UPDATE SET settled_before = excluded.settled_before
                WHERE facts_horizon.settled_before < excluded.settled_before""")
                .param("horizon", Timestamp.from(now.minus(retention))).update();
        return facts.deleteSome(jdbc, now, limit);
    }

    @Override
    public long due(JdbcClient jdbc, Instant now, int atMost) {
        return facts.due(jdbc, now, atMost);
    }
}
