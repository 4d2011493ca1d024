package dev.ashlar.chassis.retention;

import dev.ashlar.chassis.time.SqlTime;
import java.time.Duration;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Deletes rows of one table by the age of a timestamp. An index that begins with the column must exist, with the same condition.
 *
 * @param table the table, which is also the rule's name
 * @param column a column of type {@code timestamptz} that holds a row's age
 * @param only an SQL condition for the rows to delete; {@code true} selects all rows
 * @param retention the age at which a row is deleted
 */
public record TableRetention(String table, String column, String only, Duration retention) implements RetentionRule {

    @Override
    public String name() {
        return table;
    }

    @Override
    public int deleteBatch(JdbcClient jdbc, Instant now, int limit) {
        return jdbc.sql(deletion(limit)).param("before", SqlTime.utc(now.minus(retention))).update();
    }

    /** The limit is a literal, because PostgreSQL plans a parameter as a tenth of the table and may sort all of that. */
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
