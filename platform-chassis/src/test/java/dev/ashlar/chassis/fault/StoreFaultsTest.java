package dev.ashlar.chassis.fault;

import static org.assertj.core.api.Assertions.assertThat;

import io.lettuce.core.RedisCommandExecutionException;
import io.lettuce.core.RedisException;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.redis.RedisSystemException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;

class StoreFaultsTest {

    @ParameterizedTest
    @ValueSource(strings = {"08006", "25006", "28P01", "40P01", "42501", "42P01", "53300", "55P03", "57014", "57P01"})
    void areOutages(String state) {
        assertThat(StoreFaults.isUnavailable(new IllegalStateException(new SQLException("fault", state)))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"23505", "22001", "42703"})
    void ofTheDataAreNoOutages(String state) {
        assertThat(StoreFaults.isUnavailable(new IllegalStateException(new SQLException("fault", state)))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"57014", "55P03", "40P01", "08006", "57P01", "XX000", "P0001", "ZZ001"})
    void areAmbiguous(String state) {
        assertThat(StoreFaults.isAmbiguous(new IllegalStateException(new SQLException("fault", state)))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"25006", "42501", "42P01", "53100", "57P03", "08001", "28P01", "23505", "22001", "42703"})
    void areNotAmbiguous(String state) {
        assertThat(StoreFaults.isAmbiguous(new IllegalStateException(new SQLException("fault", state)))).isFalse();
    }

    @Test
    void areNotAmbiguousWithoutAConnection() {
        assertThat(StoreFaults.isAmbiguous(new CannotCreateTransactionException("no connection",
                new SQLException("fault", "08006")))).isFalse();
    }

    @Test
    void includeARollbackOnABrokenConnection() {
        assertThat(StoreFaults.isUnavailable(
                new TransactionSystemException("JDBC rollback failed", new SQLException("Connection is closed"))))
                .isTrue();
    }

    @Test
    void includeExceptionsOfSpring() {
        assertThat(StoreFaults.isUnavailable(new CannotCreateTransactionException("no connection"))).isTrue();
        assertThat(StoreFaults.isUnavailable(new CannotAcquireLockException("deadlock"))).isTrue();
        assertThat(StoreFaults.isUnavailable(new DuplicateKeyException("taken"))).isFalse();
        assertThat(StoreFaults.isUnavailable(new IllegalArgumentException("a bug"))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"OOM command not allowed", "LOADING Redis is loading", "NOAUTH Authentication required.",
            "ERR Error running script: OOM command not allowed"})
    void includeTemporaryErrorsOfRedis(String error) {
        assertThat(StoreFaults.isUnavailable(redisError(error))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"WRONGTYPE Operation against a key", "ERR user_script:1: attempt to compare nil"})
    void excludeWrongCommandsToRedis(String error) {
        assertThat(StoreFaults.isUnavailable(redisError(error))).isFalse();
    }

    @Test
    void includeALostConnectionToRedis() {
        assertThat(StoreFaults.isUnavailable(
                new RedisSystemException("Redis exception", new RedisException("Currently not connected"))))
                .isTrue();
    }

    private static RedisSystemException redisError(String error) {
        return new RedisSystemException("Error in execution", new RedisCommandExecutionException(error));
    }
}
