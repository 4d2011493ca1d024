package dev.ashlar.sample;

import static dev.ashlar.testing.BackingService.KAFKA;
import static dev.ashlar.testing.BackingService.POSTGRES;
import static dev.ashlar.testing.BackingService.REDIS;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ashlar.testing.WithInfrastructure;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;

@SpringBootTest(properties = "management.server.port=0")
@WithInfrastructure(service = "order_service", parts = {POSTGRES, REDIS, KAFKA}, topics = "inputs")
class MigrationHistoryIT {

    @Autowired
    private JdbcClient asTheService;

    @ParameterizedTest
    @ValueSource(strings = {"SELECT script FROM flyway_schema_history", "DELETE FROM flyway_schema_history",
            "UPDATE flyway_schema_history SET checksum = 0"})
    void isTheMigratorsAlone(String statement) {
        assertThatThrownBy(() -> asTheService.sql(statement).update())
                .hasStackTraceContaining("permission denied for table flyway_schema_history");
    }
}
