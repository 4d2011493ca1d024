package dev.ashlar.chassis.fault;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.security.Security;
import org.junit.jupiter.api.Test;
import org.springframework.boot.bootstrap.DefaultBootstrapContext;

class DatabaseRecoveryTest {

    @Test
    void connectsToThePrimaryOfSeveralServers() {
        try (var several = database("jdbc:postgresql://a:5432,b/ashlar");
                var one = database("jdbc:postgresql://a/ashlar")) {
            assertThat(DatabaseRecovery.hosts(several)).containsExactly("a", "b");
            assertThat(several.getDataSourceProperties()).containsEntry("targetServerType", "primary");
            assertThat(one.getDataSourceProperties()).isEmpty();
        }
    }

    @Test
    void cachesAddressesForTwoSeconds() {
        new DnsCacheLifetime().initialize(new DefaultBootstrapContext());

        assertThat(Security.getProperty("networkaddress.cache.ttl")).isEqualTo("2");
    }

    private static HikariDataSource database(String url) {
        var database = new HikariDataSource();
        database.setJdbcUrl(url);
        return (HikariDataSource) DatabaseRecovery.currentPrimary().postProcessAfterInitialization(database,
                "database");
    }
}
