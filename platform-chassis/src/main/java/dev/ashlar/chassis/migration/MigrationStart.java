package dev.ashlar.chassis.migration;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Logs that a migration starts, and sets its lock timeout.
 * <p>
 * A migration without a transaction, such as {@code CREATE INDEX CONCURRENTLY}, has no lock timeout. No other session queues behind it,
 * and a timeout would leave an invalid index.
 */
record MigrationStart(Duration lockTimeout) implements Callback {

    private static final Logger log = LoggerFactory.getLogger(MigrationStart.class);

    @Override
    public boolean supports(Event event, Context context) {
        return event == Event.BEFORE_EACH_MIGRATE;
    }

    @Override
    public boolean canHandleInTransaction(Event event, Context context) {
        return true;
    }

    @Override
    public void handle(Event event, Context context) {
        log.atInfo().addKeyValue("script", context.getMigrationInfo().getScript()).log("A migration starts");
        try (var statement = context.getConnection().createStatement()) {
            statement.execute("SET lock_timeout = " + lockTimeout(context.getConnection()).toMillis());
        } catch (SQLException e) {
            throw new FlywayException("The migration's lock timeout was not set", e);
        }
    }

    private Duration lockTimeout(Connection connection) throws SQLException {
        return connection.getAutoCommit() ? Duration.ZERO : lockTimeout;
    }

    @Override
    public String getCallbackName() {
        return "lock timeout";
    }
}
