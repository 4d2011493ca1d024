package dev.ashlar.chassis.sweep;

import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What a service deletes because it is too old; declared as a bean. Several instances sweep at the same time: a batch skips the rows
 * that another one has locked.
 */
public interface Sweep {

    /** What is swept; names its metrics. */
    String name();

    /**
     * Deletes some rows that are due, each statement in a transaction of its own.
     *
     * @param limit of the rows that one statement deletes
     * @return the number of deleted rows; 0 if none is left that is not locked
     */
    int deleteSome(JdbcClient jdbc, Instant now, int limit);

    /** The number of rows that are due, counted up to the given number. */
    long due(JdbcClient jdbc, Instant now, int atMost);
}
