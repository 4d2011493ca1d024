package dev.ashlar.chassis.health;

import com.zaxxer.hikari.HikariDataSource;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** A service that has a database is unready without it. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnClass(HikariDataSource.class)
@ConditionalOnBean(DataSource.class)
class DatabaseHealth {

    @Bean
    DatabaseProbe databaseProbe(HikariDataSource database) {
        return new DatabaseProbe(database);
    }

    @Bean
    HealthCheck databaseCheck(DatabaseProbe probe) {
        return HealthCheck.required("database", probe);
    }

    @Bean
    HealthDetail databasePool(HikariDataSource database) {
        return new Pool(database);
    }

    /** A full pool means high load, so the service is degraded but stays ready. */
    private record Pool(HikariDataSource database) implements HealthDetail {

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
                            "waiting", pool.getThreadsAwaitingConnection(), "max", database.getMaximumPoolSize());
        }

        @Override
        public boolean degraded() {
            var pool = database.getHikariPoolMXBean();
            return pool != null && pool.getActiveConnections() >= database.getMaximumPoolSize();
        }
    }
}
