package dev.ashlar.chassis.migration;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Properties;
import org.postgresql.Driver;
import org.postgresql.PGConnection;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;

/**
 * Connections for migrations. They have no timeouts, whatever the role and the database set. One connection runs a migration for as
 * long as it takes, and another one holds Flyway's lock meanwhile.
 * <p>
 * Keep-alives let the server notice a client that has vanished. It then releases Flyway's lock and cancels the client's statement.
 */
final class MigrationDataSource extends SimpleDriverDataSource {

    private static final String SESSION = """
            SET statement_timeout = 0;
            SET transaction_timeout = 0;
            SET idle_in_transaction_session_timeout = 0;
            SET idle_session_timeout = 0;
            SET tcp_keepalives_idle = 30;
            SET tcp_keepalives_interval = 10;
            SET tcp_keepalives_count = 3;
            SET client_connection_check_interval = '10s';
            SET TimeZone = 'UTC';
            SET lock_timeout = %d;
            """;

    private final String session;

    MigrationDataSource(FlywayConnectionDetails database, String application, Duration lockTimeout) {
        super(new Driver(), database.getJdbcUrl(), database.getUsername(), database.getPassword());
        session = SESSION.formatted(lockTimeout.toMillis());
        var properties = new Properties();
        properties.put("ApplicationName", application + " migration");
        // Overrides the login timeout that a pool sets for the whole JVM. A slow login must not fail the migration.
        properties.put("loginTimeout", "30");
        setConnectionProperties(properties);
    }

    @Override
    protected Connection getConnectionFromDriver(Properties properties) throws SQLException {
        var connection = super.getConnectionFromDriver(properties);
        try (var statement = connection.createStatement()) {
            refusePooler(connection, statement);
            statement.execute(session);
            connection.setNetworkTimeout(Runnable::run, 0); // overrides a socketTimeout in the URL, which is for requests
            return connection;
        } catch (SQLException | RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    /** A pooler reports another process id at login than the server's session has. */
    private static void refusePooler(Connection connection, Statement statement) throws SQLException {
        try (var rows = statement.executeQuery("SELECT pg_backend_pid()")) {
            rows.next();
            if (rows.getInt(1) != connection.unwrap(PGConnection.class).getBackendPID()) {
                throw new PoolerRefused();
            }
        }
    }
}
