package dev.ashlar.infrastructure;

import dev.ashlar.process.Loopback;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import dev.ashlar.process.StackFailure;

class EmbeddedInfrastructureIT {

    @TempDir
    static Path home;

    static EmbeddedInfrastructure infrastructure;

    @BeforeAll
    static void start() throws Exception {
        long before = System.nanoTime();
        infrastructure = EmbeddedInfrastructure.start(home, Ports.free());
        System.out.printf("All parts were ready after %d ms%n", (System.nanoTime() - before) / 1_000_000);
    }

    @AfterAll
    static void stop() {
        infrastructure.close();
    }

    @Test
    void startsEveryPart() {
        assertThat(Parts.of(home, infrastructure.ports(), infrastructure.secrets())).allMatch(Part::isReady);
    }

    @Test
    void letsAServiceUseOnlyItsOwnSchema() throws Exception {
        execute("order_service_migrator", "CREATE TABLE purchase (id bigint GENERATED ALWAYS AS IDENTITY, note text)");

        execute("order_service", "INSERT INTO purchase (note) VALUES ('one')");
        execute("order_service", "SELECT nextval('purchase_id_seq')");

        assertThatThrownBy(() -> execute("order_service", "DROP TABLE purchase")).hasMessageContaining("must be owner");
        assertThatThrownBy(() -> execute("order_service", "CREATE TABLE t ()")).hasMessageContaining("denied");
        assertThatThrownBy(() -> execute("order_service", "CREATE TABLE public.t ()")).hasMessageContaining("denied");
        assertThatThrownBy(() -> execute("user_service", "SELECT * FROM order_service.purchase"))
                .hasMessageContaining("denied");
        assertThatThrownBy(() -> execute("user_service_migrator", "SELECT * FROM order_service.purchase"))
                .hasMessageContaining("denied");
    }

    @ParameterizedTest
    @CsvSource({"order_service, user_service", "order_service_migrator, order_service",
            "order_service_migrator, user_service_migrator"})
    void refusesThePasswordOfAnotherRole(String role, String other) {
        assertThatThrownBy(() -> logIn(role, passwordOf(other))).isInstanceOf(SQLException.class)
                .hasMessageContaining("password authentication failed");
    }

    @Test
    void provisionsAgainWithoutHarm() throws Exception {
        infrastructure.database().provision();
        infrastructure.database().provision("tried_service");

        execute("tried_service", "SELECT 1");
    }

    @Test
    void limitsIdleTransactionsOfServicesButNotOfMigrators() throws Exception {
        try (var connection = infrastructure.database().connect("ashlar");
                var statement = connection.createStatement();
                var settings = statement.executeQuery("""
                        SELECT count(*) FROM pg_roles
                        WHERE rolname LIKE '%\\_service' AND 'idle_in_transaction_session_timeout=15s' = ANY (rolconfig)
                           OR rolname LIKE '%\\_migrator' AND 'idle_in_transaction_session_timeout=0' = ANY (rolconfig)
                        """)) {
            settings.next();
            assertThat(settings.getInt(1)).isGreaterThanOrEqualTo(2 * AshlarDatabase.SERVICES.size());
        }
    }

    @Test
    void stopsAllPartsIfOneFails(@TempDir Path other) throws Exception {
        var ports = infrastructure.ports();
        var free = Ports.free();
        var mixed = new Ports(free.postgres(), free.redisSessions(), ports.redisCache(), free.kafka(),
                free.kafkaController(), free.kafkaServices(), free.smtp(), free.mailPage(), free.s3());

        assertThatThrownBy(
                () -> EmbeddedInfrastructure.start(other, mixed, Set.of("redis-sessions", "redis-cache", "smtp")))
                .isInstanceOf(StackFailure.class)
                .hasMessageContaining("redis-cache needs port " + ports.redisCache());
        assertThat(Loopback.isFree(free.redisSessions())).isTrue();
        assertThat(Loopback.isFree(free.smtp())).isTrue();
    }

    private static void execute(String role, String sql) throws SQLException {
        try (var connection = logIn(role, passwordOf(role)); var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static Connection logIn(String role, String password) throws SQLException {
        return DriverManager.getConnection(infrastructure.database().url(), role, password);
    }

    private static String passwordOf(String role) {
        var secrets = infrastructure.secrets();
        return role.endsWith("_migrator")
                ? secrets.migrator(role.replace("_migrator", ""))
                : secrets.service(role);
    }
}
