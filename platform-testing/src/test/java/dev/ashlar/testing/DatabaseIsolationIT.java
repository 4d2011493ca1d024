package dev.ashlar.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ashlar.infrastructure.AshlarDatabase;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every service's role against its own schema, every other one, and all that is in none. */
class DatabaseIsolationIT {

    static final List<String> SERVICES = AshlarDatabase.SERVICES;

    private static final String INSUFFICIENT_PRIVILEGE = "42501";

    private static AshlarDatabase database;

    @BeforeAll
    static void start() throws Exception {
        database = TestInfrastructure.get().backend().postgres();
        for (var service : SERVICES) {
            database.provision(service);
            try (var migrator = migrator(service); var statement = migrator.createStatement()) {
                statement.execute("CREATE TABLE IF NOT EXISTS thing (name text)");
            }
        }
    }

    @ParameterizedTest
    @FieldSource("SERVICES")
    void letsAServiceReadAndWriteRowsOfItsOwn(String service) throws SQLException {
        try (var role = role(service); var statement = role.createStatement()) {
            statement.execute("INSERT INTO thing VALUES ('one')");
            statement.execute("UPDATE thing SET name = 'other'");
            assertThat(statement.executeQuery("SELECT name FROM thing").next()).isTrue();
            statement.execute("DELETE FROM thing");
        }
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void refusesAServiceTheSchemaOfAnother(String service, String other) throws SQLException {
        try (var role = role(service)) {
            refuses(role, "SELECT * FROM %s.thing".formatted(other));
            refuses(role, "INSERT INTO %s.thing VALUES ('one')".formatted(other));
            refuses(role, "UPDATE %s.thing SET name = 'one'".formatted(other));
            refuses(role, "DELETE FROM %s.thing".formatted(other));
            refuses(role, "CREATE TABLE %s.made ()".formatted(other));
        }
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void refusesAMigratorTheSchemaOfAnotherService(String service, String other) throws SQLException {
        try (var migrator = migrator(service)) {
            refuses(migrator, "SELECT * FROM %s.thing".formatted(other));
            refuses(migrator, "INSERT INTO %s.thing VALUES ('one')".formatted(other));
            refuses(migrator, "CREATE TABLE %s.made ()".formatted(other));
            refuses(migrator, "DROP TABLE %s.thing".formatted(other));
        }
    }

    static Stream<Arguments> pairs() {
        return SERVICES.stream()
                .flatMap(service -> SERVICES.stream()
                        .filter(other -> !other.equals(service))
                        .map(other -> Arguments.of(service, other)));
    }

    @ParameterizedTest
    @FieldSource("SERVICES")
    void refusesAServiceToAlterItsOwnSchema(String service) throws SQLException {
        try (var role = role(service)) {
            refuses(role, "CREATE TABLE made ()");
            refuses(role, "CREATE VIEW made AS SELECT 1");
            refuses(role, "CREATE FUNCTION made() RETURNS int LANGUAGE sql AS 'SELECT 1'");
            refuses(role, "CREATE INDEX ON thing (name)");
            refuses(role, "ALTER TABLE thing ADD COLUMN made int");
            refuses(role, "TRUNCATE thing");
            refuses(role, "DROP TABLE thing");
            refuses(role, "DROP SCHEMA %s CASCADE".formatted(service));
        }
    }

    @ParameterizedTest
    @FieldSource("SERVICES")
    void refusesBothRolesWhatIsInNoSchemaOfAService(String service) throws SQLException {
        for (var name : rolesOf(service)) {
            try (var role = connect(name)) {
                refuses(role, "CREATE TABLE public.made ()");
                refuses(role, "CREATE TEMPORARY TABLE made ()");
                refuses(role, "CREATE SCHEMA made");
                refuses(role, "CREATE DATABASE made");
                refuses(role, "CREATE ROLE made");
                refuses(role, "CREATE EXTENSION dblink");
                refuses(role, "SELECT rolpassword FROM pg_authid");
                refuses(role, "SELECT * FROM pg_largeobject");
                refuses(role, "SELECT lo_creat(-1)");
                refuses(role, "SELECT lo_create(0)");
                refuses(role, "SELECT lo_from_bytea(0, 'hoard')");
            }
        }
    }

    @ParameterizedTest
    @FieldSource("SERVICES")
    void refusesAServiceToBecomeSomebodyElse(String service) throws SQLException {
        try (var role = role(service)) {
            refuses(role, "SET ROLE %s_migrator".formatted(service));
            refuses(role, "SET ROLE postgres");
            refuses(role, "SET SESSION AUTHORIZATION postgres");
            refuses(role, "ALTER ROLE %s_migrator PASSWORD 'known'".formatted(service));
            refuses(role, "GRANT %1$s_migrator TO %1$s".formatted(service));
        }
    }

    @ParameterizedTest
    @FieldSource("SERVICES")
    void refusesBothRolesTheServersFilesAndPrograms(String service) throws SQLException {
        for (var name : rolesOf(service)) {
            try (var role = connect(name)) {
                refuses(role, "COPY thing TO PROGRAM 'true'");
                refuses(role, "COPY thing FROM '/etc/hostname'");
                refuses(role, "SELECT pg_read_file('PG_VERSION')");
                refuses(role, "SELECT pg_ls_dir('.')");
                refuses(role, "SELECT lo_import('/etc/hostname')");
                refuses(role, "ALTER SYSTEM SET log_connections = on");
            }
        }
    }

    @ParameterizedTest
    @FieldSource("SERVICES")
    void refusesBothRolesEveryOtherDatabase(String service) {
        for (var other : List.of("postgres", "template1")) {
            var url = database.url().replaceFirst("/[^/]*$", "/" + other);
            for (var role : rolesOf(service)) {
                assertThatThrownBy(() -> DriverManager.getConnection(url, role, passwordOf(role)))
                        .asInstanceOf(InstanceOfAssertFactories.type(SQLException.class))
                        .extracting(SQLException::getSQLState)
                        .isEqualTo(INSUFFICIENT_PRIVILEGE);
            }
        }
    }

    @ParameterizedTest
    @FieldSource("SERVICES")
    void boundsTheStatementsAndTheIdleTransactionsOfAService(String service) throws SQLException {
        try (var session = role(service)) {
            assertThat(setting(session, "search_path")).isEqualTo(service);
            assertThat(setting(session, "statement_timeout")).isEqualTo("10s");
            assertThat(setting(session, "idle_in_transaction_session_timeout")).isEqualTo("15s");
        }
    }

    @ParameterizedTest
    @FieldSource("SERVICES")
    void boundsNothingOfAMigratorButItsWaitForLocks(String service) throws SQLException {
        try (var session = migrator(service)) {
            assertThat(setting(session, "search_path")).isEqualTo(service);
            assertThat(setting(session, "statement_timeout")).isEqualTo("0");
            assertThat(setting(session, "idle_in_transaction_session_timeout")).isEqualTo("0");
            assertThat(setting(session, "lock_timeout")).isEqualTo("4s");
        }
    }

    @Test
    void provisionsAgainWhileOthersDo() {
        var again = Stream.generate(() -> CompletableFuture.runAsync(DatabaseIsolationIT::provisionAll)).limit(4)
                .toList();

        assertThat(again).allSatisfy(one -> assertThat(one).succeedsWithin(Duration.ofMinutes(1)));
    }

    private static void provisionAll() {
        try {
            for (var service : SERVICES) {
                database.provision(service);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void refuses(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.execute(sql)).as(sql)
                    .asInstanceOf(InstanceOfAssertFactories.type(SQLException.class))
                    .extracting(SQLException::getSQLState)
                    .isEqualTo(INSUFFICIENT_PRIVILEGE);
        }
    }

    private static String setting(Connection session, String name) throws SQLException {
        try (var statement = session.createStatement(); var rows = statement.executeQuery("SHOW " + name)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static Connection role(String service) throws SQLException {
        return connect(service);
    }

    private static Connection migrator(String service) throws SQLException {
        return connect(service + "_migrator");
    }

    private static List<String> rolesOf(String service) {
        return List.of(service, service + "_migrator");
    }

    private static Connection connect(String role) throws SQLException {
        return DriverManager.getConnection(database.url(), role, passwordOf(role));
    }

    private static String passwordOf(String role) {
        return role.endsWith("_migrator")
                ? database.secrets().migrator(role.replace("_migrator", ""))
                : database.secrets().service(role);
    }
}
