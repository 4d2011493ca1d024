package dev.ashlar.chassis.migration;

import java.sql.SQLException;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;

/**
 * Retries a migration after a lock timeout or a lost connection. PostgreSQL has rolled the migration back by then. A migration without a
 * transaction must be repeatable.
 */
record MigrationRetries(MigrationProperties properties) implements FlywayMigrationStrategy {

    private static final Logger log = LoggerFactory.getLogger(MigrationRetries.class);

    /** SQLSTATEs: no lock in time, deadlock. */
    private static final Set<String> LOCKED = Set.of("55P03", "40P01");
    /** SQLSTATEs: terminated by an administrator, by a crash; server is starting or stopping; too many connections. */
    private static final Set<String> INTERRUPTED = Set.of("57P01", "57P02", "57P03", "53300");

    @Override
    public void migrate(Flyway flyway) {
        for (var attempt = 1;; attempt++) {
            try {
                flyway.migrate();
                return;
            } catch (FlywayException e) {
                var reason = transientReason(e);
                if (reason.isEmpty() || attempt >= properties.attempts()) {
                    throw e;
                }
                log.atWarn()
                        .addKeyValue("attempt", attempt)
                        .addKeyValue("of", properties.attempts())
                        .addKeyValue("again_in", properties.pause())
                        .log(reason.get());
            }
            LockSupport.parkNanos(properties.pause().toNanos());
        }
    }

    private static Optional<String> transientReason(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .filter(SQLException.class::isInstance)
                .map(cause -> ((SQLException) cause).getSQLState())
                .filter(Objects::nonNull)
                .flatMap(MigrationRetries::reason)
                .findFirst();
    }

    private static Stream<String> reason(String state) {
        if (LOCKED.contains(state)) {
            return Stream.of("A migration got no lock, changed nothing, and will be retried");
        }
        return state.startsWith("08") || INTERRUPTED.contains(state)
                ? Stream.of("A migration lost its connection and will be retried")
                : Stream.empty();
    }
}
