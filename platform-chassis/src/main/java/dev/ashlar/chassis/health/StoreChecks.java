package dev.ashlar.chassis.health;

import com.zaxxer.hikari.HikariDataSource;
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
    DatabaseProbe databaseProbe(HikariDataSource database) {
        return new DatabaseProbe(database);
    }

    @Bean
    HealthCheck databaseCheck(DatabaseProbe probe) {
        return HealthCheck.required("database", probe);
    }

    @Bean
    HealthDetail databasePool(HikariDataSource database) {
        return new DatabasePool(database);
    }
}
