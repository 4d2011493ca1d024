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
 * Migrates the schema of the service in whose jar it is, and ends; nothing of the service starts (ADR 31).
 *
 * <pre>java -cp app.jar dev.ashlar.chassis.migration.Migrate</pre>
 *
 * So that the service itself can run with {@code SPRING_FLYWAY_ENABLED=false} and without the password of the role that
 * owns its schema. Reads {@code DATABASE_MIGRATION_URL}, or else {@code DATABASE_URL}, and {@code DATABASE_MIGRATOR_PASSWORD}. A failure ends it with status 1.
 * Several may run at once: Flyway lets one after the other in.
 */
@Configuration(proxyBeanMethods = false)
@ImportAutoConfiguration({MigrationConfiguration.class, FlywayAutoConfiguration.class})
class Migrate {

    private static final Logger log = LoggerFactory.getLogger(Migrate.class);

    static void main(String... args) {
        try (var context = new SpringApplicationBuilder(Migrate.class).web(WebApplicationType.NONE)
                .initializers(Migrate::evenWhereTheServiceDoesNot).run(args)) {
            var version = context.getBean(Flyway.class).info().current().getVersion();
            log.atInfo().addKeyValue("version", version).log("The schema is up to date");
        }
    }

    /** Service and migration share their settings, and the service's say that it does not migrate. */
    private static void evenWhereTheServiceDoesNot(ConfigurableApplicationContext context) {
        context.getEnvironment().getPropertySources()
                .addFirst(new MapPropertySource("migrate", Map.of("spring.flyway.enabled", true)));
    }
}
