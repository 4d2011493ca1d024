package dev.ashlar.chassis.sweep;

import dev.ashlar.chassis.time.SqlTime;
import java.time.Duration;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Deletes rows of one table by the age of a timestamp. An index that begins with the column must exist, with the same condition.
 *
 * @param table also the sweep's name
 * @param column that tells a row's age, of type {@code timestamptz}
 * @param only an SQL condition: rows that it does not hold for are kept; {@code true} for none
 * @param retention age from which a row is deleted
 */
public record TableSweep(String table, String column, String only, Duration retention) implements Sweep {

    @Override
    public String name() {
        return table;
    }

    @Override
    public int deleteSome(JdbcClient jdbc, Instant now, int limit) {
        return jdbc.sql(deletion(limit)).param("before", SqlTime.utc(now.minus(retention))).update();
    }

    /** The limit is a literal: PostgreSQL plans for a tenth of the table where it is a parameter, and then sorts it. */
    public String deletion(int limit) {
        return """
                DELETE FROM %1$s WHERE ctid = ANY (ARRAY(
                    SELECT ctid FROM %1$s WHERE %2$s <= :before AND %3$s
                    ORDER BY %2$s LIMIT %4$d FOR UPDATE SKIP LOCKED))""".formatted(table, column, only, limit);
    }

    @Override
    public long due(JdbcClient jdbc, Instant now, int atMost) {
        return jdbc.sql("SELECT count(*) FROM (SELECT FROM %s WHERE %s <= :before AND %s LIMIT :most) due"
                .formatted(table, column, only)).param("before", SqlTime.utc(now.minus(retention)))
                .param("most", atMost).query(Long.class).single();
    }
}
