package dev.ashlar.sample;

import static dev.ashlar.testing.BackingService.KAFKA;
import static dev.ashlar.testing.BackingService.POSTGRES;
import static dev.ashlar.testing.BackingService.REDIS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.testing.WithInfrastructure;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The settings of a database session. A pooler in transaction mode accepts only a few. */
@SpringBootTest(properties = "management.server.port=0")
@WithInfrastructure(service = "order_service", parts = {POSTGRES, REDIS, KAFKA}, topics = "inputs")
class DatabaseSessionIT {

    @Autowired
    private JdbcClient database;

    @Test
    void hasOnlySettingsThatAPoolerAccepts() {
        assertThat(database.sql("SELECT lower(name) FROM pg_settings WHERE source IN ('client', 'session')")
                .query(String.class).list())
                .isSubsetOf("application_name", "client_encoding", "datestyle", "extra_float_digits", "timezone");
    }

    @Test
    void hasTheTimeoutsOfItsRole() {
        assertThat(database.sql("SELECT setting || unit FROM pg_settings WHERE source = 'user' "
                + "AND name IN ('statement_timeout', 'idle_in_transaction_session_timeout') ORDER BY name")
                .query(String.class).list()).containsExactly("15000ms", "10000ms");
    }
}
