package dev.ashlar.chassis.migration;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.callback.Callback;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.boot.flyway.autoconfigure.FlywayDataSource;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.context.annotation.Bean;

/** Migrates the schema when a service starts and in {@link Migrate}. */
@AutoConfiguration(before = FlywayAutoConfiguration.class)
@ConditionalOnClass(Flyway.class)
@ConditionalOnBooleanProperty(name = "spring.flyway.enabled", matchIfMissing = true)
@EnableConfigurationProperties(MigrationProperties.class)
class MigrationConfiguration {

    /** Only for Flyway. Everything else uses the service's pool. */
    @Bean(defaultCandidate = false)
    @FlywayDataSource
    DataSource migrationDataSource(FlywayConnectionDetails database, MigrationProperties properties,
            @Value("${spring.application.name}") String application) {
        return new MigrationDataSource(database, application, properties.lockTimeout());
    }

    @Bean
    FlywayMigrationStrategy migrationRetries(MigrationProperties properties) {
        return new MigrationRetries(properties);
    }

    @Bean
    Callback migrationStart(MigrationProperties properties) {
        return new MigrationStart(properties.lockTimeout());
    }
}
