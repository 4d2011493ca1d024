package dev.ashlar.chassis.migration;

import static dev.ashlar.testing.BackingService.POSTGRES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.ashlar.testing.Logs;
import dev.ashlar.testing.ServiceAlone;
import dev.ashlar.testing.WithInfrastructure;
import java.io.IOException;
import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.test.context.junit.jupiter.SpringExtension;

@ExtendWith(SpringExtension.class)
@WithInfrastructure(service = "migrations_service", parts = POSTGRES)
class MigrationsIT {

    @RegisterExtension
    final Logs logs = new Logs();

    private static String url;
    private static String password;

    @BeforeAll
    static void rememberTheDatabase(@Autowired Environment environment) {
        url = environment.getRequiredProperty("DATABASE_URL");
        password = environment.getRequiredProperty("DATABASE_MIGRATOR_PASSWORD");
    }

    /** Sets the timeouts of the role in this database, which no provisioning changes. */
    @BeforeEach
    void giveTheRoleShortTimeouts() throws SQLException {
        run("ALTER ROLE CURRENT_USER IN DATABASE ashlar SET idle_in_transaction_session_timeout = '1s'",
                "ALTER ROLE CURRENT_USER IN DATABASE ashlar SET statement_timeout = '1s'",
                "ALTER ROLE CURRENT_USER IN DATABASE ashlar SET lock_timeout = '20s'");
    }

    @Test
    void takeLongerThanTheTimeoutsOfTheRole() {
        migrate("long");

        assertThat(exists("long_done")).isTrue();
    }

    @Test
    void runOnceIfSeveralInstancesStartTogether() {
        Stream.generate(() -> start("shared")).limit(3).toList().forEach(CompletableFuture::join);

        assertThat(exists("shared_done")).isTrue();
    }

    @Test
    void createIndexesConcurrently() throws SQLException {
        run("DROP TABLE IF EXISTS indexed, history_concurrent");

        migrate("concurrent");

        assertThat(answer("SELECT indisvalid FROM pg_index WHERE indexrelid = 'indexed_name'::regclass"))
                .isEqualTo("t");
    }

    @Test
    void replaceTheInvalidIndexOfAnInterruptedMigration() throws SQLException {
        run("DROP TABLE IF EXISTS indexed, history_concurrent", "CREATE TABLE indexed (name text)",
                "INSERT INTO indexed VALUES ('one'), ('one')");
        assertThatThrownBy(() -> run("CREATE UNIQUE INDEX CONCURRENTLY indexed_name ON indexed (name)"))
                .isInstanceOf(SQLException.class);

        migrate("concurrent");

        assertThat(answer("SELECT indisvalid FROM pg_index WHERE indexrelid = 'indexed_name'::regclass"))
                .isEqualTo("t");
    }

    @Test
    void letQueriesPassAndRetryWhileATableIsInUse() throws Exception {
        run("DROP TABLE IF EXISTS busy, history_busy", "CREATE TABLE busy (name text)");
        try (var user = use("busy")) {
            var migration = start("busy", "--ashlar.migration.lock-timeout=200ms", "--ashlar.migration.pause=200ms");
            await().until(() -> !logs.saying("got no lock").isEmpty());
            assertThat(answer("SELECT count(*) FROM busy")).isEqualTo("0");

            user.rollback();
            migration.join();
        }
        assertThat(answer("SELECT count(added) FROM busy")).isEqualTo("0");
    }

    @Test
    void failAfterTheLastAttempt() throws Exception {
        run("DROP TABLE IF EXISTS busy, history_busy", "CREATE TABLE busy (name text)");
        try (var _ = use("busy")) {
            assertThatThrownBy(() -> migrate("busy", "--ashlar.migration.lock-timeout=100ms",
                    "--ashlar.migration.pause=10ms", "--ashlar.migration.attempts=2"))
                    .hasStackTraceContaining("lock timeout");
        }
    }

    @Test
    void retryAfterALostConnection() throws Exception {
        run("DROP TABLE IF EXISTS sign, interrupted_done, history_interrupted", "CREATE TABLE sign ()");
        var migration = start("interrupted", "--ashlar.migration.pause=10ms");
        await().until(() -> !"0"
                .equals(answer("SELECT count(*) FROM pg_stat_activity WHERE query LIKE 'SELECT pg_sleep(30)%'")));

        run("INSERT INTO sign DEFAULT VALUES",
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query LIKE 'SELECT pg_sleep(30)%'");
        migration.join();

        assertThat(exists("interrupted_done")).isTrue();
    }

    @Test
    void refuseAConnectionPooler() throws IOException {
        var database = URI.create(url.replace("jdbc:", ""));
        try (var pooler = new PoolerLike(database.getHost(), database.getPort())) {
            var pooled = "jdbc:postgresql://127.0.0.1:%d%s".formatted(pooler.port(), database.getPath());

            assertThatThrownBy(() -> migrate("long", "--DATABASE_MIGRATION_URL=" + pooled))
                    .hasStackTraceContaining("can't run through a connection pooler");
        }
    }

    private static Connection use(String table) throws SQLException {
        var user = connect();
        try (var statement = user.createStatement()) {
            user.setAutoCommit(false);
            statement.execute("SELECT FROM " + table);
        }
        return user;
    }

    private static CompletableFuture<Void> start(String migrations, String... arguments) {
        return CompletableFuture.runAsync(() -> migrate(migrations, arguments), Thread::startVirtualThread);
    }

    /** Each set of migrations has its own history table in the same schema. */
    private static void migrate(String migrations, String... arguments) {
        var own = Stream.of("--ashlar.database-role=migrations_service", "--spring.flyway.baseline-on-migrate=true",
                "--spring.flyway.baseline-version=0", "--spring.flyway.table=history_" + migrations,
                "--spring.flyway.locations=classpath:migrations/" + migrations);
        ServiceAlone.like(MigrationsIT.class).start(Migrate::main,
                Stream.concat(own, Stream.of(arguments)).toArray(String[]::new));
    }

    private static boolean exists(String table) {
        return "t".equals(answer("SELECT to_regclass('%s') IS NOT NULL".formatted(table)));
    }

    private static String answer(String query) {
        try (var connection = connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void run(String... statements) throws SQLException {
        try (var connection = connect(); var statement = connection.createStatement()) {
            for (var one : statements) {
                statement.execute(one);
            }
        }
    }

    private static Connection connect() throws SQLException {
        var connection = DriverManager.getConnection(url, "migrations_service_migrator", password);
        try (var statement = connection.createStatement()) {
            statement.execute("SET statement_timeout = 0; SET idle_in_transaction_session_timeout = 0");
        }
        return connection;
    }
}
