package dev.ashlar.messaging.deadletter;

import dev.ashlar.messaging.FaultClassifier;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.kafka.common.errors.RetriableException;
import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.dao.UncategorizedDataAccessException;
import org.springframework.transaction.CannotCreateTransactionException;

/** The default classification, by Spring's and JDBC's exceptions. */
public final class SpringFaults implements FaultClassifier {

    /** SQLSTATE of a statement timeout. Spring translates it to an exception for missing resources. */
    private static final String CANCELLED = "57014";

    @Override
    public boolean isTransient(Throwable fault) {
        return chain(fault).anyMatch(e -> e instanceof TransientDataAccessException
                || e instanceof RecoverableDataAccessException || e instanceof NonTransientDataAccessResourceException
                || e instanceof CannotCreateTransactionException || e instanceof SQLTransientException
                || e instanceof SQLRecoverableException || e instanceof SQLNonTransientConnectionException
                || e instanceof RetriableException);
    }

    @Override
    public boolean isAmbiguous(Throwable fault) {
        return chain(fault).anyMatch(
                e -> e instanceof QueryTimeoutException || e instanceof PessimisticLockingFailureException
                        || e instanceof UncategorizedDataAccessException
                        || e instanceof SQLException sql && CANCELLED.equals(sql.getSQLState()));
    }

    private static Stream<Throwable> chain(Throwable fault) {
        return Stream.iterate(fault, Objects::nonNull, Throwable::getCause);
    }
}
