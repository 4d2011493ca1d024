package dev.ashlar.chassis.health;

import com.zaxxer.hikari.HikariDataSource;
import dev.ashlar.chassis.observability.Cause;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks the database over a connection of its own, so that requests that fill the pool don't make the service unready (ADR 11).
 * The connection is kept for ten seconds at most: then a new one is made, so that the check follows the name of the database to
 * another address.
 */
final class DatabaseProbe implements HealthCheck.Probe, AutoCloseable {

    private static final String SECONDS = "1";
    private static final long LONGEST_USE_NANOS = TimeUnit.SECONDS.toNanos(10);

    private static final Logger log = LoggerFactory.getLogger(DatabaseProbe.class);

    private final HikariDataSource pool;
    private @Nullable Connection connection;
    private long openedAt;

    DatabaseProbe(HikariDataSource pool) {
        this.pool = pool;
    }

    @Override
    public synchronized void run() throws SQLException {
        if (connection == null) {
            connection = opened();
        } else if (System.nanoTime() - openedAt > LONGEST_USE_NANOS) {
            replaceIfPossible(connection);
        }
        try (var statement = connection.createStatement()) {
            statement.execute("SELECT 1");
        } catch (SQLException e) {
            close();
            throw e;
        }
    }

    /** Where a busy database lets nobody in, the connection that there is can still tell whether it answers. */
    private void replaceIfPossible(Connection old) throws SQLException {
        try {
            connection = opened();
        } catch (SQLException e) {
            Cause.trace(log.atDebug(), e).log("No new connection; the old one is asked");
            return;
        }
        old.close();
    }

    private Connection opened() throws SQLException {
        var opened = DriverManager.getConnection(pool.getJdbcUrl(), properties());
        openedAt = System.nanoTime();
        return opened;
    }

    private Properties properties() {
        var properties = new Properties();
        properties.putAll(pool.getDataSourceProperties());
        if (pool.getUsername() != null) {
            properties.setProperty("user", pool.getUsername());
        }
        if (pool.getPassword() != null) {
            properties.setProperty("password", pool.getPassword());
        }
        properties.setProperty("connectTimeout", SECONDS);
        properties.setProperty("socketTimeout", SECONDS);
        return properties;
    }

    @Override
    public synchronized void close() throws SQLException {
        try (var _ = connection) {
            connection = null;
        }
    }
}
