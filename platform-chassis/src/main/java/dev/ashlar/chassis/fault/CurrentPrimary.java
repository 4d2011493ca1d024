package dev.ashlar.chassis.fault;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.SQLExceptionOverride;
import java.sql.SQLException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Closes the pool's connections when PostgreSQL says that it is read-only. Either the server is a replica now, or the session began
 * while the server was read-only. Without this, the pool would keep such connections for 30 minutes.
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
            log.warn("PostgreSQL is read-only; the pool replaces its connections");
            evict(database);
        }
        return Override.MUST_EVICT;
    }

    /** Closes idle connections immediately and the others when they return to the pool. */
    static void evict(HikariDataSource database) {
        var pool = database.getHikariPoolMXBean();
        if (pool != null) {
            pool.softEvictConnections();
        }
    }
}
