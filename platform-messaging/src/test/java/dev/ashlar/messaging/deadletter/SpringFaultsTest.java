package dev.ashlar.messaging.deadletter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.messaging.FaultClassifier;
import dev.ashlar.messaging.PoisonEvent;
import java.net.SocketTimeoutException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.jdbc.BadSqlGrammarException;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.transaction.CannotCreateTransactionException;

class SpringFaultsTest {

    private final FaultClassifier faults = new SpringFaults();

    static Stream<Throwable> transientFaults() {
        return Stream.of(new DataAccessResourceFailureException("connection"), new CannotAcquireLockException("lock"),
                new CannotCreateTransactionException("pool"), new SQLTransientConnectionException("pool"),
                new IllegalStateException(new QueryTimeoutException("slow")),
                new org.apache.kafka.common.errors.TimeoutException("broker"));
    }

    static Stream<Throwable> faultsOfTheEvent() {
        return Stream.of(new DuplicateKeyException("key"), new NullPointerException(), new PoisonEvent("poison"),
                new BadSqlGrammarException("insert", "sql", new SQLException("syntax", "42601")),
                new IllegalStateException(new SocketTimeoutException("of another client")));
    }

    static Stream<Throwable> ambiguousFaults() {
        return Stream.of(new QueryTimeoutException("slow"), new CannotAcquireLockException("lock"),
                new UncategorizedSQLException("insert", "sql", new SQLException("own", "ZZ001")),
                new DataAccessResourceFailureException("cancelled", new SQLException("cancelled", "57014")));
    }

    @ParameterizedTest
    @MethodSource("transientFaults")
    void classifiesAnOutageAsTransient(Throwable fault) {
        assertThat(faults.isTransient(fault)).isTrue();
    }

    @ParameterizedTest
    @MethodSource("faultsOfTheEvent")
    void classifiesAFaultOfTheEventAsNeither(Throwable fault) {
        assertThat(faults.isTransient(fault)).isFalse();
        assertThat(faults.isAmbiguous(fault)).isFalse();
    }

    @ParameterizedTest
    @MethodSource("ambiguousFaults")
    void classifiesATimeoutOrALockAsAmbiguous(Throwable fault) {
        assertThat(faults.isAmbiguous(fault)).isTrue();
    }
}
