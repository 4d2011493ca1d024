package dev.ashlar.chassis.health;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The database: required, for whoever has one. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnClass(HikariDataSource.class)
@ConditionalOnBean(DataSource.class)
class StoreChecks {

    @Bean
    HealthCheck databaseCheck(DataSource database) {
        return HealthCheck.required("database", () -> {
            try (var connection = database.getConnection()) {
                if (!connection.isValid(1)) {
                    throw new SQLException("The connection is not valid");
                }
            }
        });
    }

    @Bean
    HealthDetail databasePool(HikariDataSource database) {
        return new HealthDetail() {
            @Override
            public String name() {
                return "database_pool";
            }

            @Override
            public Map<String, Object> figures() {
                var pool = database.getHikariPoolMXBean();
                return pool == null
                        ? Map.of("connections", 0)
                        : Map.of("connections", pool.getTotalConnections(), "active", pool.getActiveConnections(),
                                "waiting", pool.getThreadsAwaitingConnection());
            }
        };
    }
}
