package dev.ashlar.chassis.fault;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.SQLExceptionOverride;
import java.sql.SQLException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Leaves connections to a PostgreSQL that became read-only: it is a replica now, or was read-only when the session began, which the
 * session then stays. The pool by itself would keep such connections for half an hour.
 */
final class CurrentPrimary implements SQLExceptionOverride {

    private static final Logger log = LoggerFactory.getLogger(CurrentPrimary.class);
    private static final String READ_ONLY = "25006";

    private final HikariDataSource database;
    private final Throttle evictions = new Throttle(Duration.ofSeconds(1));

    CurrentPrimary(HikariDataSource database) {
        this.database = database;
    }

    @java.lang.Override
    public Override adjudicate(SQLException fault) {
        if (!READ_ONLY.equals(fault.getSQLState())) {
            return Override.CONTINUE_EVICT;
        }
        if (evictions.passes()) {
            log.warn("PostgreSQL is read-only: the pool connects anew");
            evict(database);
        }
        return Override.MUST_EVICT;
    }

    /** Closes idle connections at once, and each of the others when it is given back. */
    static void evict(HikariDataSource database) {
        var pool = database.getHikariPoolMXBean();
        if (pool != null) {
            pool.softEvictConnections();
        }
    }
}
