package dev.ashlar.chassis.retention;

import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Selects and deletes the rows of a service that are too old. Declare it as a bean. All instances apply the rule at the same time, and a
 * batch skips rows that another instance has locked.
 */
public interface RetentionRule {

    /** The value of the label {@code sweep} of the metrics. */
    String name();

    /**
     * Deletes some of the rows that are due. Each statement has its own transaction.
     *
     * @param limit the maximum number of rows that one statement deletes
     * @return the number of deleted rows; 0 if all rows that are left are locked
     */
    int deleteBatch(JdbcClient jdbc, Instant now, int limit);

    /** The number of rows that are due; {@code atMost} if there are more. */
    long due(JdbcClient jdbc, Instant now, int atMost);
}
