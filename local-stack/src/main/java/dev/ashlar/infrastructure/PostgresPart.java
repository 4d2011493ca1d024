package dev.ashlar.infrastructure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import dev.ashlar.process.ChildProcess;
import dev.ashlar.process.Loopback;
import dev.ashlar.process.Orphans;
import dev.ashlar.process.Signal;
import dev.ashlar.process.StackFailure;

/** PostgreSQL as zonky's artifacts bring it. */
record PostgresPart(Path data, Binaries binaries, int port, InfrastructureSecrets secrets, boolean durable)
        implements
            Part {

    @Override
    public String name() {
        return "postgres";
    }

    @Override
    public void prepare() throws IOException, InterruptedException {
        var programs = binaries.postgres();
        if (!Files.exists(data.resolve("PG_VERSION"))) {
            new InitDb(programs, data, secrets).run();
        }
        Files.writeString(data.resolve("pg_hba.conf"), "host all all 127.0.0.1/32 scram-sha-256\n");
        Files.writeString(data.resolve("postgresql.conf"), """
                listen_addresses = '127.0.0.1'
                port = %d
                unix_socket_directories = ''
                max_connections = 200
                password_encryption = 'scram-sha-256'
                shared_buffers = '64MB'
                huge_pages = off
                jit = off
                fsync = %2$s
                synchronous_commit = %2$s
                full_page_writes = %2$s
                timezone = 'UTC'
                log_timezone = 'UTC'
                log_line_prefix = '%%m [%%p] %%q%%u '
                log_checkpoints = off
                """.formatted(port, durable ? "on" : "off"));
    }

    @Override
    public Process start(Path log) throws IOException {
        // PostgreSQL refuses to start while a backend of a killed server still works, or another process has its old id.
        Orphans.killIn(data);
        Files.deleteIfExists(data.resolve("postmaster.pid"));
        var command = new ArrayList<>(PostgresAccount.prefix());
        command.addAll(List.of(binaries.postgres().resolve("postgres").toString(), "-D", data.toString()));
        return ChildProcess.start(data, log, Map.of(), command);
    }

    @Override
    public boolean isReady() {
        try (var superuser = database().connect("postgres")) {
            return superuser.isValid(Loopback.READ_MILLIS / 1000);
        } catch (SQLException notYet) {
            return false;
        }
    }

    @Override
    public void provision() throws IOException {
        try {
            database().provision();
        } catch (SQLException e) {
            throw new StackFailure("it could not be provisioned: " + e.getMessage(), e);
        }
    }

    /** Fast shutdown: it does not wait for clients to leave. */
    @Override
    public Signal stopSignal() {
        return new Signal("INT");
    }

    private AshlarDatabase database() {
        return new AshlarDatabase(Loopback.ADDRESS, port, secrets);
    }
}
