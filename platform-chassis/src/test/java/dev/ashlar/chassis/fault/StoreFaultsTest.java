package dev.ashlar.chassis.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;

class StoreFaultsTest {

    @ParameterizedTest
    @ValueSource(strings = {"08006", "40P01", "53300", "57P01"})
    void pass(String state) {
        assertThat(StoreFaults.isUnavailable(new IllegalStateException(new SQLException("fault", state)))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"23505", "22001", "42703"})
    void ofTheDataDoNot(String state) {
        assertThat(StoreFaults.isUnavailable(new IllegalStateException(new SQLException("fault", state)))).isFalse();
    }

    @Test
    void includeARollbackOnAConnectionThatIsGone() {
        assertThat(StoreFaults.isUnavailable(
                new TransactionSystemException("JDBC rollback failed", new SQLException("Connection is closed"))))
                .isTrue();
    }

    @Test
    void areKnownByTheirSpringNamesToo() {
        assertThat(StoreFaults.isUnavailable(new CannotCreateTransactionException("no connection"))).isTrue();
        assertThat(StoreFaults.isUnavailable(new CannotAcquireLockException("deadlock"))).isTrue();
        assertThat(StoreFaults.isUnavailable(new DuplicateKeyException("taken"))).isFalse();
        assertThat(StoreFaults.isUnavailable(new IllegalArgumentException("a bug"))).isFalse();
    }
}
