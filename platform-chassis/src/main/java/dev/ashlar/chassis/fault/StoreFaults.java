package dev.ashlar.chassis.fault;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
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

    private StoreFaults() {}

    /** Whether trying the same again later can succeed without anybody mending data or code. */
    public static boolean isUnavailable(Throwable fault) {
        return Stream.iterate(fault, Objects::nonNull, Throwable::getCause).anyMatch(StoreFaults::isOne);
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
        return state == null || Stream.of("08", "40", "53", "57", "58", "25006", "55P03").anyMatch(state::startsWith);
    }

    private static Stream<Class<?>> ancestors(Class<?> type) {
        return Stream.iterate(type, Objects::nonNull, Class::getSuperclass);
    }
}
