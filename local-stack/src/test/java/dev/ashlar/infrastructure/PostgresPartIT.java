package dev.ashlar.infrastructure;

import dev.ashlar.process.Signal;
import dev.ashlar.process.Loopback;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import dev.ashlar.process.StackFailure;

class PostgresPartIT {

    @TempDir
    Path home;

    private Path log;
    private PostgresPart part;
    private AshlarDatabase database;
    private Process process;

    @BeforeEach
    void start() throws Exception {
        log = home.resolve("postgres.log");
        var secrets = new InfrastructureSecrets("one", "two");
        int port = Ports.free().postgres();
        part = new PostgresPart(home.resolve("postgres"), Binaries.ofThisUser(), port, secrets, true);
        database = new AshlarDatabase(Loopback.ADDRESS, port, secrets);
        startAgain();
    }

    @AfterEach
    void stop() {
        part.stopSignal().stop(process.toHandle(), Duration.ofSeconds(10));
    }

    @Test
    void keepsCommittedRowsAfterAKill() throws Exception {
        execute("CREATE TABLE kept AS SELECT 42 AS answer");
        keepABackendBusy();

        Signal.KILL.stop(process.toHandle(), Duration.ofSeconds(5));
        startAgain();

        assertThat(number("SELECT answer FROM kept")).isEqualTo(42);
    }

    @Test
    void startsIfAnotherProcessHasItsOldPid() throws Exception {
        Signal.KILL.stop(process.toHandle(), Duration.ofSeconds(5));
        var file = home.resolve("postgres/postmaster.pid");
        var lines = Files.readAllLines(file);
        lines.set(0, Long.toString(ProcessHandle.current().pid()));
        Files.write(file, lines);

        startAgain();

        assertThat(part.isReady()).isTrue();
    }

    @Test
    void keepsADataFolderThatLacksAFile() throws Exception {
        stop();
        Files.delete(home.resolve("postgres/PG_VERSION"));

        assertThatThrownBy(part::prepare).isInstanceOf(StackFailure.class).hasMessageContaining("PG_VERSION");

        assertThat(home.resolve("postgres/base")).exists();
    }

    @Test
    void stopsCleanlyWhileClientsAreConnected() throws Exception {
        try (var client = database.connect("postgres")) {
            assertThat(part.stopSignal().stop(process.toHandle(), Duration.ofSeconds(10))).isTrue();
        }
        assertThat(process.waitFor()).isZero();
    }

    @Test
    void reportsWhyItEndedDuringItsStart() throws Exception {
        stop();
        part.prepare();
        Files.writeString(home.resolve("postgres/postgresql.conf"), "no_such_setting = 1\n", StandardOpenOption.APPEND);
        process = part.start(log);

        assertThatThrownBy(() -> EmbeddedInfrastructure.awaitReady(part, process, log))
                .isInstanceOf(StackFailure.class)
                .hasMessageContaining("postgres failed: it ended with exit code 1")
                .hasMessageContaining("no_such_setting")
                .hasMessageContaining(log.toString());
    }

    private void startAgain() throws Exception {
        part.prepare();
        process = part.start(log);
        EmbeddedInfrastructure.awaitReady(part, process, log);
        part.provision();
    }

    private void execute(String sql) throws SQLException {
        try (var connection = database.connect("ashlar"); var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private int number(String query) throws SQLException {
        try (var connection = database.connect("ashlar");
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getInt(1);
        }
    }

    /** Starts a session that still works long after its postmaster is dead. */
    private void keepABackendBusy() {
        Thread.ofVirtual().start(() -> assertThatThrownBy(() -> execute("""
                DO $$ BEGIN FOR i IN 1..2000000000 LOOP END LOOP; END $$ -- busy
                """)).isInstanceOf(SQLException.class));
        await().until(() -> number(
                "SELECT count(*) FROM pg_stat_activity WHERE state = 'active' AND query LIKE 'DO%busy%'") == 1);
    }
}
