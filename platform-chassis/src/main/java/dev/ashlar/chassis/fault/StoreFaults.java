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

/** Tells faults of a store or of the way to it, which pass by themselves, from faults of the data or of the code. */
public final class StoreFaults {

    /** By name, so that the chassis needs none of these libraries where a service does not use them. */
    private static final Set<String> UNAVAILABLE = Set.of("org.springframework.dao.TransientDataAccessException",
            "org.springframework.dao.NonTransientDataAccessResourceException",
            "org.springframework.dao.RecoverableDataAccessException",
            "org.springframework.transaction.CannotCreateTransactionException",
            "org.hibernate.exception.JDBCConnectionException", "org.apache.kafka.common.errors.RetriableException",
            "org.apache.kafka.common.errors.TimeoutException");

    /** What Lettuce throws while it is disconnected, and unless its cause is an answer of Redis to that very command. */
    private static final String REDIS = "org.springframework.data.redis.RedisSystemException";
    private static final String REDIS_ANSWER = "io.lettuce.core.RedisCommandExecutionException";

    /** Neither the event's data nor its code has a part in these: 42501 no privilege, 42P01, 3D000 and 3F000 nothing there yet. */
    private static final Set<String> NOT_SET_UP = Set.of("42501", "42P01", "3D000", "3F000");

    private StoreFaults() {}

    /** Whether trying the same again later can succeed without anybody mending data or code. */
    public static boolean isUnavailable(Throwable fault) {
        return chain(fault).anyMatch(StoreFaults::isOne);
    }

    /**
     * Whether the database failed in a way that may be its own fault or that of the statement: a timeout, a lock, a connection that
     * broke meanwhile, an SQLSTATE that says neither. Only whether the database works otherwise tells the one from the other.
     */
    public static boolean isAmbiguous(Throwable fault) {
        return chain(fault).noneMatch(StoreFaults::isPool)
                && chain(fault).filter(SQLException.class::isInstance).map(SQLException.class::cast)
                        .map(SQLException::getSQLState).filter(Objects::nonNull).reduce((_, deepest) -> deepest)
                        .filter(state -> !isOfTheData(state) && !isOutage(state)).isPresent();
    }

    /** SQLSTATE classes 0A, 21, 22, 23, 42, 44, 54: what the statement asks for can't be done, or not with this data. */
    private static boolean isOfTheData(String state) {
        return Stream.of("0A", "21", "22", "23", "42", "44", "54").anyMatch(state::startsWith);
    }

    /** SQLSTATE classes 28 refused log-in, 53 insufficient resources, 58 system error; 25006 read only; 57P03 starting. */
    private static boolean isOutage(String state) {
        return Stream.of("28", "53", "58", "25006", "57P03", "08001", "08004").anyMatch(state::startsWith)
                || NOT_SET_UP.contains(state);
    }

    /** There was no connection to send a statement over. */
    private static boolean isPool(Throwable fault) {
        return fault instanceof SQLTransientConnectionException || ancestors(fault.getClass())
                .anyMatch(type -> type.getName()
                        .equals("org.springframework.transaction.CannotCreateTransactionException"));
    }

    private static Stream<Throwable> chain(Throwable fault) {
        return Stream.iterate(fault, Objects::nonNull, Throwable::getCause);
    }

    private static boolean isOne(Throwable fault) {
        return fault instanceof SQLTransientException || fault instanceof SQLRecoverableException
                || fault instanceof SQLNonTransientConnectionException
                || fault instanceof SQLException sql && isConnectionState(sql.getSQLState())
                || fault.getClass().getName().equals(REDIS) && !isWrongCommand(fault.getCause())
                || ancestors(fault.getClass()).anyMatch(type -> UNAVAILABLE.contains(type.getName()));
    }

    /** Redis answers {@code ERR} and {@code WRONGTYPE} to what it can't do, and other words to what it can't do now. */
    private static boolean isWrongCommand(@Nullable Throwable cause) {
        if (cause == null || !cause.getClass().getName().equals(REDIS_ANSWER)) {
            return false;
        }
        var answer = String.valueOf(cause.getMessage()); // a script's error quotes that of its command
        return Stream.of("ERR ", "WRONGTYPE ").anyMatch(answer::startsWith)
                && Stream.of("OOM ", "MISCONF ", "READONLY ").noneMatch(answer::contains);
    }

    /**
     * SQLSTATE classes 08 connection exception, 40 transaction rollback, 53 insufficient resources, 57 operator intervention
     * (which a statement's timeout is, too), 58 system error; 25006 read only, after a failover; 55P03 no lock in time.
     * The server and its driver always give a state; none comes from the pool, whose connection is gone: so ends a rollback
     * after the connection broke, with the reason for the rollback overwritten.
     */
    private static boolean isConnectionState(@Nullable String state) {
        return state == null || Stream.of("08", "40", "53", "57", "58", "25006", "55P03").anyMatch(state::startsWith)
                || NOT_SET_UP.contains(state) || state.startsWith("28");
    }

    private static Stream<Class<?>> ancestors(Class<?> type) {
        return Stream.iterate(type, Objects::nonNull, Class::getSuperclass);
    }
}
