package dev.ashlar.chassis.migration;

import java.util.Map;
import org.flywaydb.core.Flyway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.MapPropertySource;

/**
 * Migrates the schema of the service whose jar contains this class, and exits. The service itself does not start (ADR 31).
 *
 * <pre>java -cp app.jar dev.ashlar.chassis.migration.Migrate</pre>
 *
 * With it, the service can run with {@code SPRING_FLYWAY_ENABLED=false} and without the password of the role that owns the schema. It
 * reads {@code DATABASE_MIGRATION_URL} (default {@code DATABASE_URL}) and {@code DATABASE_MIGRATOR_PASSWORD}. Exit status 1 means failure.
 * Several may run at the same time, because Flyway's lock admits one at a time.
 */
@Configuration(proxyBeanMethods = false)
@ImportAutoConfiguration({MigrationConfiguration.class, FlywayAutoConfiguration.class})
class Migrate {

    private static final Logger log = LoggerFactory.getLogger(Migrate.class);

    static void main(String... args) {
        try (var context = new SpringApplicationBuilder(Migrate.class).web(WebApplicationType.NONE)
                .initializers(Migrate::enableFlyway).run(args)) {
            var version = context.getBean(Flyway.class).info().current().getVersion();
            log.atInfo().addKeyValue("version", version).log("The schema is up to date");
        }
    }

    /** The service and this program share their settings, which may switch Flyway off for the service. */
    private static void enableFlyway(ConfigurableApplicationContext context) {
        context.getEnvironment().getPropertySources()
                .addFirst(new MapPropertySource("migrate", Map.of("spring.flyway.enabled", true)));
    }
}
