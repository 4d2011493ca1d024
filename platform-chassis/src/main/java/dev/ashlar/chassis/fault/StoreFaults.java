package dev.ashlar.chassis.fault;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientConnectionException;
import java.sql.SQLTransientException;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Distinguishes outages of a store, which end without a change to data or code, from all other faults. */
public final class StoreFaults {

    /** Class names instead of classes, because some services have none of these libraries. */
    private static final Set<String> UNAVAILABLE = Set.of("org.springframework.dao.TransientDataAccessException",
            "org.springframework.dao.NonTransientDataAccessResourceException",
            "org.springframework.dao.RecoverableDataAccessException",
            "org.springframework.transaction.CannotCreateTransactionException",
            "org.hibernate.exception.JDBCConnectionException", "org.apache.kafka.common.errors.RetriableException",
            "org.apache.kafka.common.errors.TimeoutException");

    /** Thrown while Lettuce is disconnected, and also if Redis answers a command with an error. */
    private static final String REDIS = "org.springframework.data.redis.RedisSystemException";
    private static final String REDIS_ERROR = "io.lettuce.core.RedisCommandExecutionException";

    /** SQLSTATEs of an incomplete set-up: 42501 missing privilege; 42P01, 3D000, 3F000 missing table, database, schema. */
    private static final Set<String> NOT_SET_UP = Set.of("42501", "42P01", "3D000", "3F000");

    private StoreFaults() {}

    /** True if a retry can succeed without a change to data or code. */
    public static boolean isUnavailable(Throwable fault) {
        return chain(fault).anyMatch(StoreFaults::isOutageOfAStore);
    }

    /**
     * True if the statement or the database may be the cause: a timeout, a lock, a broken connection, or an unknown SQLSTATE. If other
     * statements succeed meanwhile, the statement is the cause.
     */
    public static boolean isAmbiguous(Throwable fault) {
        return chain(fault).noneMatch(StoreFaults::isPoolFault)
                && chain(fault).filter(SQLException.class::isInstance).map(SQLException.class::cast)
                        .map(SQLException::getSQLState).filter(Objects::nonNull).reduce((_, deepest) -> deepest)
                        .filter(state -> !isDataFault(state) && !isOutage(state)).isPresent();
    }

    /** SQLSTATE classes 0A, 21, 22, 23, 42, 44, 54: the statement is impossible, or impossible with this data. */
    private static boolean isDataFault(String state) {
        return Stream.of("0A", "21", "22", "23", "42", "44", "54").anyMatch(state::startsWith);
    }

    /** SQLSTATE classes 28 login refused, 53 insufficient resources, 58 system error; 25006 read-only; 57P03 starting. */
    private static boolean isOutage(String state) {
        return Stream.of("28", "53", "58", "25006", "57P03", "08001", "08004").anyMatch(state::startsWith)
                || NOT_SET_UP.contains(state);
    }

    /** True if the pool had no connection. */
    private static boolean isPoolFault(Throwable fault) {
        return fault instanceof SQLTransientConnectionException || ancestors(fault.getClass())
                .anyMatch(type -> type.getName()
                        .equals("org.springframework.transaction.CannotCreateTransactionException"));
    }

    private static Stream<Throwable> chain(Throwable fault) {
        return Stream.iterate(fault, Objects::nonNull, Throwable::getCause);
    }

    private static boolean isOutageOfAStore(Throwable fault) {
        return fault instanceof SQLTransientException || fault instanceof SQLRecoverableException
                || fault instanceof SQLNonTransientConnectionException
                || fault instanceof SQLException sql && isConnectionState(sql.getSQLState())
                || fault.getClass().getName().equals(REDIS) && !isWrongCommand(fault.getCause())
                || ancestors(fault.getClass()).anyMatch(type -> UNAVAILABLE.contains(type.getName()));
    }

    /** {@code ERR} and {@code WRONGTYPE} mean that the command is wrong. All other errors of Redis are temporary. */
    private static boolean isWrongCommand(@Nullable Throwable cause) {
        if (cause == null || !cause.getClass().getName().equals(REDIS_ERROR)) {
            return false;
        }
        var error = String.valueOf(cause.getMessage()); // an ERR of a script quotes the error of its command
        return Stream.of("ERR ", "WRONGTYPE ").anyMatch(error::startsWith)
                && Stream.of("OOM ", "MISCONF ", "READONLY ").noneMatch(error::contains);
    }

    /**
     * SQLSTATE classes 08 connection exception, 40 transaction rollback, 53 insufficient resources, 57 operator intervention (including
     * a statement's timeout), 58 system error; 25006 read-only after a failover; 55P03 no lock in time. The server and the driver always
     * set a state. An exception without one comes from the pool: a rollback on a broken connection, which hides the first exception.
     */
    private static boolean isConnectionState(@Nullable String state) {
        return state == null || Stream.of("08", "40", "53", "57", "58", "25006", "55P03").anyMatch(state::startsWith)
                || NOT_SET_UP.contains(state) || state.startsWith("28");
    }

    private static Stream<Class<?>> ancestors(Class<?> type) {
        return Stream.iterate(type, Objects::nonNull, Class::getSuperclass);
    }
}
