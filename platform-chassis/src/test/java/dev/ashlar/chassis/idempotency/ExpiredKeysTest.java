package dev.ashlar.chassis.idempotency;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Clock;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class ExpiredKeysTest {

    private final IdempotencyKeys awayWithTheirDatabase = new IdempotencyKeys(
            JdbcClient.create(new DriverManagerDataSource("jdbc:postgresql://127.0.0.1:1/none")));

    @Test
    void waitForADatabaseThatIsAway() {
        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(() -> awayWithTheirDatabase.deleteExpired(Instant.EPOCH));

        assertThatCode(new ExpiredKeys(awayWithTheirDatabase, Clock.systemUTC())::sweep).doesNotThrowAnyException();
    }
}
