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
 * Says that a migration begins, and how long it waits for a lock.
 * <p>
 * A migration outside a transaction, such as {@code CREATE INDEX CONCURRENTLY}, waits for as long as it takes: nobody waits
 * behind it, and giving up leaves an invalid index.
 */
record EachMigration(Duration lockTimeout) implements Callback {

    private static final Logger log = LoggerFactory.getLogger(EachMigration.class);

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
        log.atInfo().addKeyValue("script", context.getMigrationInfo().getScript()).log("A migration begins");
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
