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
 * Connections for migrations. They have no limit of time, whatever the settings of the role and of the database are: one
 * connection runs a migration for as long as it takes, and another one holds Flyway's lock meanwhile.
 * <p>
 * The server looks after clients that vanish, so that Flyway's lock and a statement that nobody waits for end with them.
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
        // A pool sets another one for the whole JVM; a server that is slow to log in is no reason to fail.
        properties.put("loginTimeout", "30");
        setConnectionProperties(properties);
    }

    @Override
    protected Connection getConnectionFromDriver(Properties properties) throws SQLException {
        var connection = super.getConnectionFromDriver(properties);
        try (var statement = connection.createStatement()) {
            refuseAPooler(connection, statement);
            statement.execute(session);
            connection.setNetworkTimeout(Runnable::run, 0); // a socketTimeout in the URL is meant for requests
            return connection;
        } catch (SQLException | RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    /** A pooler gives its clients a process number that is not the server's. */
    private static void refuseAPooler(Connection connection, Statement statement) throws SQLException {
        try (var rows = statement.executeQuery("SELECT pg_backend_pid()")) {
            rows.next();
            if (rows.getInt(1) != connection.unwrap(PGConnection.class).getBackendPID()) {
                throw new PoolerRefused();
            }
        }
    }
}
