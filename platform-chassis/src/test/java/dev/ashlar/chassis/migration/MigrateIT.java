package dev.ashlar.chassis.migration;

import static dev.ashlar.testing.BackingService.POSTGRES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ashlar.testing.ServiceAlone;
import dev.ashlar.testing.WithInfrastructure;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.jdbc.core.simple.JdbcClient;

@WithInfrastructure(service = "migrated_apart", parts = POSTGRES)
class MigrateIT {

    private static final String ROLE = "--ashlar.database-role=migrated_apart";

    @Test
    void migratesTheSchemaAlthoughFlywayIsDisabledForTheService() {
        ServiceAlone.like(MigrateIT.class).start(Migrate::main, ROLE, "--spring.flyway.enabled=false");

        assertThat(tablesThatTheServiceReaches()).contains("outbox", "inbox", "effects");
    }

    @Test
    void failsIfThePasswordIsWrong() {
        assertThatThrownBy(() -> ServiceAlone.like(MigrateIT.class)
                .start(Migrate::main, ROLE, "--spring.flyway.connect-retries=0", "--spring.flyway.password=wrong"))
                .hasStackTraceContaining("password authentication failed");
    }

    private static List<String> tablesThatTheServiceReaches() {
        var found = Stream.<String>builder();
        ServiceAlone.like(MigrateIT.class).start(args -> {
            try (var context = new SpringApplicationBuilder(Database.class).web(WebApplicationType.NONE).run(args)) {
                context.getBean(JdbcClient.class)
                        .sql("SELECT table_name FROM information_schema.role_table_grants "
                                + "WHERE grantee = current_user AND privilege_type = 'INSERT'")
                        .query(String.class).list().forEach(found::add);
            }
        }, ROLE);
        return found.build().toList();
    }

    @ImportAutoConfiguration({DataSourceAutoConfiguration.class, JdbcTemplateAutoConfiguration.class,
            JdbcClientAutoConfiguration.class})
    static class Database {}
}
