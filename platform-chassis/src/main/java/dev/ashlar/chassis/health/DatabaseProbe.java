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
 * Queries the database on a connection outside the pool, so that a full pool does not make the service unready (ADR 11). After ten
 * seconds the probe opens a new connection, because the database's host name may have another address by then.
 */
final class DatabaseProbe implements HealthCheck.Probe, AutoCloseable {

    private static final String TIMEOUT_SECONDS = "1";
    private static final long MAX_AGE_NANOS = TimeUnit.SECONDS.toNanos(10);

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
        } else if (System.nanoTime() - openedAt > MAX_AGE_NANOS) {
            replaceIfPossible(connection);
        }
        try (var statement = connection.createStatement()) {
            statement.execute("SELECT 1");
        } catch (SQLException e) {
            close();
            throw e;
        }
    }

    /** A busy database may refuse new connections. The old connection can still show that the database responds. */
    private void replaceIfPossible(Connection old) throws SQLException {
        try {
            connection = opened();
        } catch (SQLException e) {
            Cause.trace(log.atDebug(), e).log("The health check opened no new connection and uses the old one");
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
        properties.setProperty("connectTimeout", TIMEOUT_SECONDS);
        properties.setProperty("socketTimeout", TIMEOUT_SECONDS);
        return properties;
    }

    @Override
    public synchronized void close() throws SQLException {
        try (var _ = connection) {
            connection = null;
        }
    }
}
